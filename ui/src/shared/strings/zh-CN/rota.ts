export const rota = {
  title: '轮值', label: '轮值表：大党委 × 月份', committee: '大党委', month: '{month}月', sub: '{year} 年 · {rows} 个大党委', locked: '1–{month} 月已锁定', lockedOne: '1 月已锁定', lockedAll: '全年已锁定',
  plan: '排 {year} 年', replan: '重排', export: '导出轮值表', table: '{year}年度轮值表', unplanned: '{year} 未排', years: '年份',
  state: { planned: '计划', waiting: '待开', held: '已开', unsigned: '纪要未签发', missed: '未开', opening: '期初', changed: '变更' },
  cell: { empty: '未排', name: '{committee} {month}，{units}', changed: '已变更' },
  empty: { title: '{year} 年还没有排轮值', text: '排定后，每个大党委每个月由哪家单位轮值一目了然；不便月份、上一年的次序和欠轮都会算进去。', noCommittees: '还没有大党委', noCommitteesText: '先导入成员单位台账，大党委和席位建好后就能排轮值。', toUnits: '导入台账', other: '查看 {year} 年' },
  panel: {
    title: '{committee} · {month}', close: '关闭 Esc', theme: '主题', noTheme: '还没有填写主题', activities: '活动 {count} 项', reasons: '排定依据', noReasons: '没有记录依据。', planned: '原计划：{unit}', changeReason: '变更原因：{reason}', origin: { planned: '按规则排定', named: '变更轮值单位', swapped: '对调', opening: '期初录入' }, makesUp: '补轮', frozen: '过去的月份已锁定，不能再改单位。',
    swap: '对调', replace: '变更轮值单位', content: '填写内容', openMeeting: '打开会议', newMeeting: '新建联席会议', empty: '这个月还没有排轮值单位。', several: '本月轮值单位', notice: '轮值通知', summary: '小结和交接单',
  },
  swapping: { title: '{committee}：与哪个月对调', with: '对调的月份', none: '没有可以对调的月份：以后的月份都还没有排。', reason: '原因', proceed: '对调', done: '{a} 与 {b} 已对调。', option: '{month} · {unit}', effect: '{a} 由{unitB}轮值，{b} 由{unitA}轮值；双方都不算欠轮。', missing: '请选择对调的月份。' },
  replacing: { title: '{committee} {month}：变更轮值单位', unit: '改由哪家单位轮值', reason: '原因', reasonHint: '写进轮值表的变更说明。', effect: '{old}这一次没有轮值，下次优先补轮。', proceed: '变更', done: '{month}已改由{unit}轮值。', missing: '请选择轮值单位。', none: '本大党委没有其他参加轮值的单位。' },
  content: { title: '{committee} {month} · {unit}', theme: '主题', activities: '计划活动', activitiesHint: '每行一项。', done: '完成情况', summary: '轮值小结', handover: '交接事项', handoverHint: '交给下一轮值单位的事。', saved: '轮值内容已保存。' },
  planning: {
    title: '排轮值', from: '从', to: '到', committees: '大党委', committeesHint: '不选就是全部。', preview: '排定后的变化', proceed: '按此排定', created: '新排', changed: '改变', unchanged: '不变', kept: '不动（已过或人工变更）', unit: '{count} 个月次', nothing: '和现在的轮值表完全一样，不需要排。', without: '没有参加轮值的单位，跳过：{list}', collisions: '这样排不出来，请先解决下面 {count} 处：', done: '已排定：新排 {created}，改变 {changed}。', wrongOrder: '结束月份不能早于开始月份。', past: '本月以前的月份不会改动。', change: '{committee} {month}', changeFrom: '{old} → {new}', changesTitle: '会改变的月份', empty: '空',
  },
  rule: { no_member: '当月没有在册的成员单位', too_few_units: '需要 {needed} 家，在册的不够', blocked_month: '需要 {needed} 家，其余都把这个月列为不便月份', monthly_limit: '每月最多轮值 {limit} 个大党委', other: '规则不允许', no_units: '没有参加轮值的成员单位' },
  remedy: { no_member: '调整单位的加入、退出时间', too_few_units: '减少每月轮值单位数', blocked_month: '调整不便月份', monthly_limit: '增加单位或放宽上限', other: '调整后重试', no_units: '登记成员单位或改为可轮值' },
} as const
