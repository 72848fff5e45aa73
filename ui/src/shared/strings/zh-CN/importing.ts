/** What every import of a workbook says; what only one says stands with its screen. */
export const importing = {
  sub: '先看结果，再决定是否写入', another: '换一个文件', apply: '导入', reading: '正在读取“{name}”…', previewing: '预览“{name}”', applying: '导入“{name}”', template: '下载空白模板', templateSaved: '模板已保存。',
  created: '新建', changed: '修改', unchanged: '不变', conflict: '有出入', wrong: '有错误',
  createNeeded: '请勾选新建社区，或先在“大党委”里建好，否则这些记录没有地方放。', createCommunities: '同时新建这 {count} 个社区和它们的大党委', first: '没选的 {count} 处都用第一项', undecided: '还有 {count} 处出入没有选择。',
  faults: '有错误的行', cell: '单元格', heading: '列', reason: '原因', saveCopy: '导出标出错误的表', copySaved: '已保存，照“错误说明”列改好后再导入。', skip: '跳过这 {count} 行，先导入其余的', corrections: '已自动改正 {count} 处（空格、日期写法等）',
  rows: '逐行结果', row: '行', sheet: '工作表', status: '结果', changes: '变动', change: '{label}：{old} → {new}', blank: '（空）', nothing: '表格和系统里完全一样，不需要导入。',
  done: '导入完成', skipped: '跳过了 {count} 行有错误的记录。', undo: '撤销这次导入', undoText: '这次导入新建和修改的全部记录都会恢复成导入前的样子。', undone: '这次导入已整批撤销。',
  leftOut: '另有 {count} 行没有列出', unread: '还没有认出必需的列，请在上面选好每一列在表里叫什么。',
  mapping: {
    title: '表头对应', sheet: '“{sheet}”第 {row} 行表头', none: '（没有这一列）', likeness: '写法相近，请核对', missing: '必填，还没有选',
    all: '全部对上', toCheck: '{count} 列请核对', show: '修改对应', hide: '收起', remembered: '改过的对应会记住，下次导入同样表头的表格时直接使用。',
  },
} as const
