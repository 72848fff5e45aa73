/** Words for the fields of records, as the change log shows them. */
export const fields = {
  name: '名称', short_name: '简称', nature: '性质', relation: '关系', party_org: '党组织', party_members: '党员人数', leader_name: '负责人', leader_post: '负责人职务', note: '备注', retired: '停用',
  role: '职务', liaison_name: '联络员', liaison_phone: '联络电话', representative_name: '参会代表', representative_post: '代表职务', position: '排序', in_rotation: '参加轮值', blocked_months: '不便月份', joined: '加入时间', left_on: '退出日期', until: '截止日期',
  level: '层级', secretary_name: '书记', secretary_post: '书记职务', recorder_name: '记录人', meeting_place: '会议地点', contact: '联系人', units_per_month: '每月轮值单位数', term_start: '任期开始', term_end: '任期结束', post: '职务', duty: '专兼职', stage: '聘任阶段', stages: '各阶段日期',
  superior: '所属区（市、县）', rules: '规则', full_name: '全称', code: '机关代字', first_number: '起始文号', year: '年份', pack: '节假日安排', committees: '可见的大党委',
} as const

/** Words for the values of fields that are one of a few. */
export const values = {
  relation: { subordinate: '隶属', partner: '共建', vertical: '条管', external: '外部' },
  level: { street: '街道大工委', community: '社区大党委' },
  duty: { full_time: '专职', part_time: '兼职' },
  stage: { recommended: '推荐', selected: '遴选', approved: '街道审批', filed: '组织部备案', appointed: '聘任', left: '离任' },
  role: { clerk: '管理员', secretary: '书记、记录人', leader: '领导' },
} as const
