export const committees = {
  title: '大党委', count: '{committees} 个大党委', new: '新增大党委', newCommunity: '新增社区', import: '导入社区', importMembers: '导入委员', search: '名称',
  empty: { title: '还没有大党委', text: '导入成员单位台账时可以一并新建社区和大党委，也可以在这里逐个新增。' },
  column: { name: '大党委', shortName: '简称', community: '社区', level: '层级', secretary: '书记', units: '成员单位', members: '委员', advice: '提示', recorder: '记录人' },
  level: { street: '街道大工委', community: '社区大党委' },
  tab: { record: '概况', members: '委员', seats: '成员单位', history: '变更记录' },
  record: { level: '层级', community: '社区', secretary: '书记', recorder: '记录人', place: '会议地点', contact: '联系人', issuer: '发文主体', perMonth: '每月轮值单位', term: '任期', units: '{count} 家' },
  form: {
    newTitle: '新增大党委', editTitle: '修改大党委', name: '名称', nameHint: '文书上的写法，如：听雨社区“大党委”', shortName: '简称', shortHint: '轮值表上用，如：听雨', level: '层级', community: '社区', issuer: '发文主体', secretary: '书记', secretaryPost: '书记职务', recorder: '记录人', place: '会议地点', contact: '联系人及电话',
    perMonth: '每月轮值单位数', termStart: '任期开始', termEnd: '任期结束', position: '排序', saved: '“{name}”已保存。', communityName: '社区名称', communitySaved: '“{name}”已新增，可以接着给它建大党委。', newCommunityTitle: '新增社区',
  },
  member: {
    add: '新增委员', edit: '修改委员', empty: '还没有委员', emptyText: '登记书记、副书记和专职、兼职委员。', name: '姓名', post: '职务', duty: '专兼职', unit: '来自单位', unitHint: '兼职委员来自成员单位。', stage: '{stage}日期', stages: '推荐聘任过程', stagesHint: '每一步填日期，可以只写到月；没走到的留空。', saved: '委员“{name}”已保存。', position: '排序',
    retire: '移出名单', retireText: '“{name}”将移出委员名单；以前的记录不变。', retired: '“{name}”已移出委员名单。', at: '{stage} {date}',
  },
  duty: { full_time: '专职', part_time: '兼职' },
  post: { secretary: '书记', deputy: '副书记', member: '委员' },
  stage: { recommended: '推荐', selected: '遴选', approved: '街道审批', filed: '组织部备案', appointed: '聘任', left: '离任' },
} as const
