export const lists = {
  title: '三张清单', count: '共 {count} 条', paper: '打印三张清单', search: '名称、内容或拼音',
  tab: { resources: '资源清单', needs: '需求清单', projects: '项目清单' },
  new: { resources: '登记资源', needs: '登记需求' },
  empty: {
    resources: '还没有登记资源', resourcesText: '把各单位能提供的场地、人才、服务登记进来，有了需求就能对接。',
    needs: '还没有登记需求', needsText: '单位和居民的需求登记在这里，由成员单位认领。',
    projects: '还没有项目', projectsText: '在需求清单里用资源对接需求，就会立项。', toNeeds: '看需求清单',
  },
  none: { title: '没有符合条件的记录', text: '换个说法或清除筛选再试。' },
  column: { title: '名称', unit: '单位', kind: '类别', content: '内容', available: '可用时间', contact: '联系人', committee: '大党委', projects: '项目', raised: '提出', wanted: '希望解决', claimedBy: '认领单位', state: '状态', source: '来源', resource: '对接资源', started: '立项', due: '完成期限', served: '服务人次' },
  filter: { kind: '类别', state: '状态', retired: '停用', withRetired: '包括停用' },
  need: { waiting: '待认领', taken: '已认领', matched: '已立项', met: '已解决', dropped: '已关闭' },
  project: { planned: '已立项', underway: '实施中', done: '已完成', stopped: '已终止' },
  state: { active: '可用', retired: '停用', late: '已过期限' },
  all: '全部大党委', community: '社区需求',
  form: {
    unit: '单位', committee: '大党委', offeredTo: '提供给哪个大党委', offeredHint: '不选就是全部大党委都可以用。', kind: '类别', title: '名称', content: '内容', available: '可用时间', availableHint: '如：工作日18:00以后', contact: '联系人', proposer: '提出人', raised: '提出日期', wanted: '希望解决日期', needUnit: '哪个单位的需求', needUnitHint: '不选就是社区（居民）的需求。',
    resourceNew: '登记资源', resourceEdit: '修改资源', needNew: '登记需求', needEdit: '修改需求', saved: '“{title}”已保存。', titleMissing: '请填写名称。', kindMissing: '请选择类别。', unitMissing: '请选择单位。', committeeMissing: '请选择大党委。', wantedEarly: '希望解决的日期不能早于提出日期。',
  },
  claim: {
    title: '登记认领', matchTitle: '对接资源并立项', lead: '需求：{need}', resource: '用哪项资源', resourceHint: '同类资源排在这里；没有资源也可以由单位直接认领。', unit: '认领单位', by: '认领人', byHint: '代表单位认领的人。', on: '认领日期', note: '备注', project: '项目名称', projectHint: '不填就用需求名称。', projectContent: '项目内容', due: '完成期限', alsoBegin: '同时立项',
    done: '已登记{unit}认领。', matched: '“{title}”已立项。', byMissing: '请填写认领人。', unitMissing: '请选择资源或认领单位。', withdraw: '退回', withdrawn: '{on} 退回：{reason}', line: '{unit}　{by}　{on}', begin: '立项', list: '认领记录', none: '还没有单位认领', open: '认领', match: '对接立项',
  },
  record: { source: '来源', proposer: '提出人', raised: '提出', wanted: '希望解决', reason: '关闭原因', fitting: '可以对接的资源', fittingNone: '没有同类资源；可以由单位直接认领，或先登记资源。', projects: '项目', need: '需求', unit: '承担单位', result: '成效', ended: '结束', people: '{count} 人次', projectsServed: '{count} 个' },
  step: {
    start: '开始实施', started: '“{title}”已开始实施。', finish: '登记完成', finishTitle: '登记项目完成', finished: '“{title}”已完成。', stop: '终止', on: '完成日期', result: '完成情况', people: '服务人次', resultMissing: '请填写完成情况。',
    edit: '修改项目', plan: '项目', planStarted: '立项日期',
  },
  reason: {
    label: '原因', missing: '请填写原因。',
    withdraw: '退回认领', withdrawLead: '退回后这条认领记录仍然保留；没有其他单位认领时，需求回到待认领。', withdrawDone: '认领已退回。',
    close: '关闭需求', closeLead: '不再需要的，写明原因后关闭；以后可以重新打开。', closeDone: '需求已关闭。',
    stop: '终止项目', stopLead: '终止后需求回到待认领，可以由其他单位接手。', stopDone: '项目已终止。',
  },
  reopen: '重新打开', reopened: '需求已重新打开。', close: '关闭', retire: '停用', restore: '恢复', retired: '“{title}”已停用。', restored: '“{title}”已恢复。',
} as const
