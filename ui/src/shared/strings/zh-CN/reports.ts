export const reports = {
  title: '领导视图', sub: '{period} · {office} · {scope} · 数据截至 {time}', print: '打印一页', export: '导出领导汇总', exported: '领导汇总已保存。',
  period: { label: '汇总期间', month: '本月', quarter: '本季至今', year: '本年至今' },
  figure: { of: '{numerator} / {denominator}', rate: '{percent}%', before: '上期 {value}', noBefore: '', of_before: '上期 {numerator} / {denominator}' },
  chart: {
    assignments: '交办：办结与逾期', assignmentsNote: '近 12 个月到期，项', closed: '办结', overdue: '逾期未结',
    meetings: '联席会议：应开与已开', meetingsNote: '今年累计，次', planned: '应开', held: '已开',
    natures: '成员单位构成', naturesNote: '按单位性质，家', states: '期内联席会议进展', statesNote: '按状态，次', count: '数量', none: '还没有数据',
  },
  attention: { title: '提请研究事项', count: '{count} 项', none: '没有需要提请研究的事项', decide: '请审定', watch: '请关注' },
} as const
