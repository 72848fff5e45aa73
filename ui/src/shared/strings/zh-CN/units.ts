export const units = {
  title: '成员单位',
  count: '{units} 家 {seats} 个席位 · 显示 {shown}',
  new: '新增单位', import: '导入台账', export: '按当前列表导出', search: '名称、简称、曾用名、拼音或首字母',
  exported: '已导出 {count} 家单位。',
  empty: { title: '还没有成员单位', text: '可以直接导入单位手里的台账（Excel），也可以逐家新增。' },
  none: { title: '没有符合条件的单位', text: '换个说法或清除筛选再试。' },
  column: { name: '单位', shortName: '简称', nature: '性质', relation: '关系', committees: '所在大党委', leader: '负责人', members: '党员', turns: '今年轮值', attendance: '应到/出席', partyOrg: '党组织', state: '状态', note: '备注' },
  filter: { nature: '性质', relation: '关系', retired: '状态', withRetired: '包括停用' },
  relation: { subordinate: '隶属', partner: '共建', vertical: '条管', external: '外部' },
  state: { active: '在册', retired: '停用' },
  tab: { record: '概况', seats: '席位', work: '轮值与交办', lists: '清单与协议', history: '变更记录' },
  record: { nature: '性质', relation: '关系', partyOrg: '党组织', members: '党员人数', leader: '负责人', note: '备注', former: '曾用名', formerUntil: '{name}（至 {until}）', people: '{count} 人', unknown: '未填', partTime: '兼职委员' },
  seat: {
    add: '加入大党委', edit: '修改席位', empty: '还没有加入任何大党委', emptyText: '加入大党委后，才会排轮值、进签到表。', liaison: '联络员', phone: '联络电话', representative: '参会代表', representativePost: '代表职务', representativeHint: '不填时为单位负责人。',
    committee: '大党委', role: '席位职务', position: '排序', positionHint: '名单、签到表和纪要都按这个顺序。', rotation: '参加轮值', noRotation: '不参加轮值', blocked: '不便月份', blockedHint: '这些月份不排该单位轮值。', joined: '加入时间', joinedHint: '可以只写到年或月，如 2023、2023-05。', left: '退出日期', note: '备注', saved: '席位已保存。', retired: '席位已停用。', retire: '退出大党委', retireText: '“{unit}”将退出“{committee}”：不再排轮值、不再进新的签到表；以前的记录不变。',
  },
  form: {
    newTitle: '新增单位', editTitle: '修改单位', name: '单位全称', shortName: '简称', shortHint: '轮值表和签到表上用；不填时用全称。', nature: '性质', relation: '与街道的关系', relationHint: '决定发给它的文书用语：隶属用交办，共建用认领，条管和外部用商请。',
    partyOrg: '党组织名称', members: '党员人数', leader: '负责人', leaderPost: '负责人职务', note: '备注', renamed: '单位更名了', renamedHint: '勾选后旧名称留作曾用名；只是改错别字就不要勾选。', renamedAfter: '旧名称用到哪一天', saved: '“{name}”已保存。', nameMissing: '请填写单位全称。', natureMissing: '请选择性质。', renamedMissing: '请填写旧名称的最后一天。', negative: '党员人数不能是负数。', tooLong: '单位全称最多 60 个字。',
  },
  retire: { action: '停用', restore: '恢复', title: '停用“{name}”？', text: '停用后不再排轮值、不再进新的名单；以前的会议、纪要和轮值记录都不变。', seats: '席位：{list}', done: '“{name}”已停用。', restored: '“{name}”已恢复。' },
  work: { turns: '轮值', noTurns: '还没有轮值记录', assignments: '交办事项', noAssignments: '没有主办的交办事项' },
} as const
