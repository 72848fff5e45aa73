export const documents = {
  save: '另存为 PDF', apart: '分开保存（压缩包）', word: '另存为 Word', open: '用电脑里的程序打开', saved: '“{name}”已保存。', making: '正在生成“{title}”…', borrowed: '“{characters}”是生僻字，用备用字体印出，请核对。', internal: '内部', ofCommittee: '生成材料', withPhones: '{name}（含工作电话）',
  issue: '编号发出', issueTitle: '给“{title}”编号？', issueText: '编号取自发文主体的下一个号，给出后不再改动、不再给别的文书；文书内容同时固定，以后资料再改也不变。', issued: '已编号：{number}。',
  standing: {
    kept: '此文已于{date}登记（{number}），内容以登记时为准。需要更正的，请作废后重新发文。',
    stale: '此文已于{date}登记（{number}），内容以登记时为准；登记后有关资料已有改动。需要更正的，请作废后重新发文。',
    notice: '通知已于{date}发出（{number}），内容以发出时为准。', noticeStale: '通知已于{date}发出（{number}），内容以发出时为准；发出后有关资料已有改动。会议改期的，请用“延期”再发一次通知；其他变动请另行告知。',
    void: '此文（{number}）已于{date}作废。', wasVoid: '上次发出的{number}已于{date}作废，重新发文将取下一个号。', before: '上次已于{date}按{number}发出，下面是这一次的。',
  },
  toEarlier: '看上次发出的', toNext: '看这一次的',
  void: '作废', voidTitle: '作废{number}？', voidReason: '作废事由', voidMissing: '请填写作废事由。', voidText: '编号不收回，在发文登记和归档文件目录里注明作废；之后可以重新发文，取下一个号。', voided: '{number}已作废，需要的可以重新发文。',
} as const
