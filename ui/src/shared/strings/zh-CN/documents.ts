export const documents = {
  save: '另存为 PDF', word: '另存为 Word', open: '用电脑里的程序打开', saved: '“{name}”已保存。', making: '正在生成“{title}”…', borrowed: '“{characters}”是生僻字，用备用字体印出，请核对。', internal: '内部',
} as const
