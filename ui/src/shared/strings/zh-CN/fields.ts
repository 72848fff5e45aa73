/** Words for the fields of records, as the change log shows them. */
export const fields = {
  name: '名称', short_name: '简称', nature: '性质', relation: '关系', party_org: '党组织', party_members: '党员人数', leader_name: '负责人', leader_post: '负责人职务', note: '备注', retired: '停用',
  role: '职务', liaison_name: '联络员', liaison_phone: '联络电话', representative_name: '参会代表', representative_post: '代表职务', position: '排序', in_rotation: '参加轮值', blocked_months: '不便月份', joined: '加入时间', left_on: '退出日期', until: '截止日期',
  level: '层级', secretary_name: '书记', secretary_post: '书记职务', recorder_name: '记录人', meeting_place: '会议地点', contact: '联系人', units_per_month: '每月轮值单位数', term_start: '任期开始', term_end: '任期结束', post: '职务', duty: '专兼职', stage: '聘任阶段', stages: '各阶段日期',
  superior: '所属区（市、县）', rules: '规则', full_name: '全称', code: '机关代字', first_number: '起始文号', year: '年份', pack: '节假日安排', committees: '可见的大党委',
  state: '状态', kind: '类型', extraordinary: '临时会议', month: '月份', session_number: '第几次', issue_number: '第几期', notice_number: '发文字号', notified_on: '通知日期', date: '日期', time: '时间', place: '地点', chair_name: '主持人', chair_post: '主持人职务', duty_unit: '轮值单位', requirements: '会议要求', state_reason: '变更事由', attendance_taken: '签到时间',
  title: '议题', source: '来源', proposer: '提出人', speaker: '汇报人', background: '背景情况', discussion: '讨论情况', decision: '议定事项', carried_to: '转入会议', unit_name: '单位', person: '姓名', stand_in: '替会人', reason: '事由',
  revision: '版次', blocks: '正文', signed_by: '签发人', signed_on: '签发日期', instruction: '批示', scan: '扫描件', correction_reason: '更正事由', bytes: '大小', hash: '校验值',
  content: '内容', lead_name: '主办单位', helpers: '协办单位', assigned_on: '交办日期', due_on: '到期日', first_due_on: '原到期日', claimed_on: '申请办结', closed_on: '办结日期', closed_by: '批复人', result: '办理结果', satisfaction: '满意度', extension_to: '申请延到', extension_asked_on: '申请延期日期', reminded: '提醒次数',
  available: '可用时间', raised_on: '提出日期', wanted_by: '希望解决日期', by_name: '登记人', withdrawn_on: '退回日期', withdrawn_reason: '退回原因', need_title: '需求', resource_title: '资源', started_on: '立项日期', ended_on: '结束日期', people_served: '服务人次',
  party_name: '甲方', starts_on: '开始日期', expires_on: '到期日期', signer: '甲方签字人', unit_signer: '乙方签字人', reports_quarterly: '按季报告', end_reason: '终止原因', quarter: '季度', reported_on: '报告日期', problems: '困难', plans: '打算',
  voided_on: '作废日期', void_reason: '作废事由', file_name: '文件名',
  makes_up: '补轮', origin: '来历', change_reason: '变更原因', theme: '主题', activities: '计划活动', done: '完成情况', summary: '轮值小结', handover: '交接事项',
  contact_name: '联系人', phone: '电话', skills: '特长', services: '可提供服务', discount: '优惠内容', times: '服务时间', number: '聘书编号', term_from: '聘期开始', term_to: '聘期结束', ends_on: '聘期届满', steps: '聘任经过', confirmed_by: '确认人', confirmed_on: '确认日期', minutes: '时长（分钟）', partner_name: '合伙人',
  grid: '网格', households: '户数', posts: '两长三员', property_mode: '物业服务模式', property_company: '物业公司', owner_unit: '产权单位', party_branch: '小区党支部', owners_committee: '业委会',
  volunteers: '优秀志愿者', standing: '参评情况', basis: '原因或依据', marks: '评分', stars: '星级', hung_on: '挂牌日期', taken_on: '摘牌日期', series: '方案系列', seats: '名额', decided_on: '确定日期', nominated_by: '提名人', deeds: '事迹', votes: '得票', rating: '考评得分',
} as const

/** Words for the values of fields that are one of a few. */
export const values = {
  relation: { subordinate: '隶属', partner: '共建', vertical: '条管', external: '外部' },
  level: { street: '街道大工委', community: '社区大党委' },
  duty: { full_time: '专职', part_time: '兼职' },
  stage: { recommended: '推荐', selected: '遴选', approved: '街道审批', filed: '组织部备案', appointed: '聘任', left: '离任' },
  state: { preparing: '筹备', notified: '已通知', held: '已召开', signed: '已签发', archived: '已归档', published: '已发布', decided: '已确定', postponed: '延期', cancelled: '取消', draft: '草拟', review: '核稿', submitted: '送签', open: '办理中', claimed: '申请办结', closed: '办结', withdrawn: '撤销', waiting: '待认领', taken: '已认领', matched: '已立项', met: '已解决', dropped: '已关闭', planned: '已立项', underway: '实施中', done: '已完成', stopped: '已终止', expected: '未定', present: '出席', stand_in: '替会', observer: '列席', excused: '请假', absent: '缺席', recruited: '招募', assessed: '评估', appointed: '聘任', renewed: '续聘', left: '退出' },
  kind: { study: '传达学习', report: '听取汇报', topic: '研究议题', speech: '领导讲话', unit: '单位合伙人', expert: '专业人才合伙人', resident: '社区合伙人', merchant: '暖心商户', volunteer: '志愿者' },
  source: { office: '党建办', unit: '单位需求', resident: '居民事项', carried: '上次会议转入', follow_up: '上次议定事项' },
  origin: { planned: '按规则排定', named: '变更轮值单位', swapped: '对调', opening: '期初录入' },
  standing: { rated: '参评', exempt: '不参评', excluded: '不予评星' },
  post: { party_leader: '党小组长', building_leader: '楼栋长', safety: '安全员', health: '卫生员', property: '物管员' },
  role: { clerk: '管理员', secretary: '书记、记录人', leader: '领导' },
} as const
