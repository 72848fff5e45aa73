export const agreements = {
  title: '共建协议', count: '共 {count} 份', new: '登记协议', search: '协议名称或单位',
  empty: { title: '还没有登记协议', text: '登记和成员单位签的共建协议，到期和季度报告会提前提醒；年中启用的把还在有效期的补进来。' },
  none: { title: '没有符合条件的协议', text: '换个说法或清除筛选再试。' },
  column: { unit: '乙方单位', committee: '大党委', title: '协议', starts: '开始', expires: '到期', report: '季度报告', state: '状态' },
  filter: { state: '状态' },
  state: { draft: '未签', running: '有效', ending: '将到期', expired: '已到期', ended: '已终止' },
  tab: { record: '概况', reports: '季度报告', history: '变更记录' },
  record: { parties: '双方', party: '甲方', unit: '乙方', term: '期限', signed: '签订', signer: '签字人', content: '共建内容', quarterly: '按季报告', yes: '是', no: '否', renewed: '已续签', ended: '终止', endedOn: '{on}，{reason}', unsigned: '还没有签订' },
  form: {
    newTitle: '登记共建协议', editTitle: '修改共建协议', renewTitle: '续签共建协议', committee: '大党委', unit: '乙方单位', name: '协议名称', nameHint: '不填时按双方名称自动生成。', content: '共建内容', contentHint: '每行一条，协议书里依次编号。', signed: '签订日期', signedHint: '还没签的留空。', starts: '开始日期', expires: '到期日期', signer: '甲方签字人', unitSigner: '乙方签字人', quarterly: '乙方每季度报告一次',
    saved: '“{title}”已保存。', committeeMissing: '请选择大党委。', unitMissing: '请选择单位。', dateMissing: '请选择日期。', backwards: '到期日期不能早于开始日期。',
  },
  report: { title: '登记季度报告', quarter: '季度', on: '报告日期', by: '报告人', done: '工作开展情况', problems: '存在的困难', plans: '下季度打算', saved: '{quarter}报告已登记。', byMissing: '请填写报告人。', doneMissing: '请填写工作开展情况。', empty: '还没有季度报告', due: '{quarter}未报', print: '打印报告表', name: '{year}年第{number}季度', line: '{on}　{by}' },
  end: { title: '终止共建协议', lead: '终止后不再提醒；协议和报告仍可查看。', on: '终止日期', reason: '原因', reasonMissing: '请填写原因。', done: '协议已终止。', action: '终止' },
  action: { renew: '续签', report: '登记季度报告', paper: '协议书' },
} as const
