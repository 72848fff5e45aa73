export const common = {
  action: {
    add: '新增', apply: '确定', back: '返回', cancel: '取消', clear: '清除', close: '关闭', collapse: '收起', copy: '复制', edit: '编辑',
    expand: '展开', export: '导出', import: '导入', next: '下一步', open: '打开', previous: '上一步', print: '打印', reload: '重新加载', remove: '移除',
    retry: '重试', save: '保存', saveAs: '另存为', search: '搜索', undo: '撤销', view: '查看', more: '更多',
  },
  badge: { todo: '未开始', doing: '进行中', done: '已完成', soon: '即将到期', late: '逾期' },
  confirm: { title: '请确认', proceed: '确定', changes: '将会改变：', undoable: '操作后可以撤销。' },
  undo: { refused: '这次更改不能整批撤销', refusedText: '下面的记录此后又被修改过。先在它们的变更记录里核对或撤销后来的修改，再撤销这一批。', record: '记录', named: '{thing}：{name}', by: '谁改的', at: '什么时候', what: '做了什么', understood: '知道了' },
  date: { placeholder: '选择日期', time: '选择时间', month: '选择月份', empty: '未填', fuzzy: '请写成 2023、2023-05 或 2023-05-06。', unreal: '没有这一天，请核对。', year: '{year}年', monthOf: '{year}年{month}月' },
  draft: { found: '有一份 {when} 没保存的草稿，已为你恢复。', discard: '放弃草稿' },
  empty: { title: '还没有记录', none: '无' },
  error: { title: '没有读出来', retry: '请重试；仍不行请查看日志。', leave: '有改动还没保存，确定离开吗？' },
  filter: { all: '全部', clear: '清除筛选', any: '不限' },
  form: {
    required: '必填', missing: '请填写{label}。', saved: '已保存', saving: '正在保存…', unsaved: '有未保存的改动', shortcut: 'Ctrl+S 保存，Esc 关闭',
    discardTitle: '放弃改动？', discardText: '改动还没有保存，关闭后会丢失。', discard: '放弃改动', keep: '继续填写',
    conflictTitle: '这条记录刚被别人改过', conflictText: '下面是两个版本，请选择保留哪一个；没有内容丢失。', mine: '我的版本', theirs: '现在的版本', useMine: '用我的版本覆盖', useTheirs: '改用现在的版本',
  },
  history: { empty: '还没有变更记录', undo: '撤销这次变更', undoMany: '这次操作共改了 {count} 条记录，会一起恢复成之前的样子。', by: '{actor} · {at}', created: '新建', changed: '修改', none: '（空）' },
  pdf: { loading: '正在生成预览…', failed: '预览没有生成', zoomIn: '放大', zoomOut: '缩小', fit: '适合宽度', page: '第 {page} / {count} 页', fold: '收起预览', unfold: '展开预览', next: '下一页', previous: '上一页' },
  table: { columns: '列', selected: '已选 {count} 项', clearSelection: '取消选择', loading: '正在加载', sortBy: '按{column}排序', selectRow: '选择此行', selectAll: '全选已显示的行', total: '共 {count} 条', export: '导出本表', exportHint: '按现在的列、排序和筛选存成 Excel', exported: '已导出 {count} 行' },
  work: {
    waiting: '正在准备', reading: '正在读取文件', comparing: '正在与已登记的内容比对', writing: '正在写入', recording: '正在写更改记录和搜索索引', gathering: '正在取出数据', making: '正在生成文件',
    counted: '{stage}（{done} / {total}）', cancelling: '正在取消…',
  },
  toast: { undone: '已撤销', close: '关闭提示' },
} as const
