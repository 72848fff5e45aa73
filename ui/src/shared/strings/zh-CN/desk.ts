export const desk = {
  title: '本月工作台', sub: '{date} · {office} · {committees} 个大党委 · {units} 家成员单位', newMeeting: '新建联席会议', printList: '打印本月清单',
  todos: { title: '待办事项', count: '逾期 {late} · 今天 {today} · 本周 {soon}', empty: '眼下没有待办事项', emptyText: '会议、轮值和交办都在正常进行；有到期或逾期的会自动列在这里。' },
  urgency: { late: '已逾期', today: '今天', tomorrow: '明天', undated: '待办' },
  action: {
    assignment_late: '发提醒', assignment_due: '查看事项', assignment_claimed: '登记批复', extension_asked: '登记批复', minutes_unsigned: '登记签发', notice_due: '发通知', topics_due: '查看议题', meeting_ahead: '会议工作台', meeting_day: '去签到', meeting_missing: '安排会议', rota_missing: '去排轮值', term_ending: '查看任期', agreement_ending: '去续签', report_due: '登记报告', calendar_missing: '去录入', rating_unpublished: '去发布', partner_term_ending: '办理续聘', returns_missing: '查看报送',
  },
  paper: { minutes_unsigned: '预览纪要', notice_due: '预览通知', topics_due: '议题征集表', meeting_ahead: '预览议程', meeting_day: '签到表' },
  meetings: { title: '{month}联席会议', count: '应开 {due}，已开 {held}', none: '未安排', empty: '还没有大党委', duty: '轮值 {units}' },
  assignments: { title: '交办事项', due: '本月应办结 {count}', closed: '办结', open: '在办', soon: '本周到期', late: '逾期', onTime: '按时办结 {part}/{due}', empty: '本月没有到期的交办事项' },
  setup: {
    title: '还差几步就能用起来', issuers: '登记发文主体', issuersText: '文书的落款和文号从这里来。', units: '导入成员单位台账', unitsText: '现有的 Excel 台账原样导入，社区和大党委一并建好。', opening: '补期初数据', openingText: '年中启用：以前谁轮过、会议开到第几次。从头开始的可以跳过。', rota: '排本年轮值', rotaText: '自动排好，每一格都说得清排定依据。', go: '去办理',
  },
} as const
