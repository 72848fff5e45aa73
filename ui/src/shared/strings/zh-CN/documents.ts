export const documents = {
  save: '另存为 PDF', apart: '分开保存（压缩包）', word: '另存为 Word', open: '用电脑里的程序打开', saved: '“{name}”已保存。', making: '正在生成“{title}”…', borrowed: '“{characters}”是生僻字，用备用字体印出，请核对。', internal: '内部', ofCommittee: '生成材料', withPhones: '{name}（含工作电话）',
  issue: '编号发出', issueTitle: '给“{title}”编号？', issueText: '编号取自发文主体的下一个号，给出后不再改动、不再给别的文书。', issued: '已编号：{number}。',
} as const
