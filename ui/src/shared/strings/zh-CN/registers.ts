export const registers = {
  title: '导入和导出', opening: '下载期初套表', openingSaved: '期初套表已保存：填好后，各类依次选同一个文件导入。', sub: '各登记簿的模板、导入和导出', open: '导入', exporting: '导出', exportingOf: '导出“{title}”', exported: '“{title}”已导出，改好后可以再导入。',
  importing: {
    title: '导入{title}', pick: '选择文件', pickTitle: '选择要导入的表格', pickHead: '把手里的表格原样导入',
    pickText: '支持 .xlsx、.xls、.ods 和 .csv；标题行、说明行、合并单元格、空行、合计行都可以保留，系统会自己认。先给您看结果，确认后才写入。',
    of: '{count} 个{thing}', create: '同时新建这 {count} 个{thing}', createNeeded: '请勾选新建，或先在系统里登记好，否则这些记录没有地方放。',
    conflicts: '同一条记录在不同行填得不一样，请选用哪个', likely: '可能是同一个，写法不同', likelyText: '请核对：确是同一个的，选用一个名称合并；不选就是各管各的。', mergeInto: '是同一个，用“{name}”', apart: '不是同一个',
    place: '所属', name: '名称',
    outcome: '{thing}：新建 {created}，修改 {changed}，不变 {unchanged}', outcomeCreated: '新建{thing} {count} 个', toList: '查看名册',
  },
  returns: {
    title: '月度报送', sub: '{month}，已收 {received} / {expected}', makeAll: '下载全部报送表', make: '下载报送表', read: '读入报送表', made: '报送表已保存，请交社区填写。', allMade: '各社区的报送表已保存为一个压缩包。',
    committee: '大党委', state: '报送', received: '已收', waiting: '未收', at: '读入时间', by: '读入人', file: '文件', empty: '还没有登记大党委', emptyText: '登记后，这里能给每个大党委生成报送表。', toCommittees: '去登记大党委',
    note: '报送表已填好出席人员、议题、交办事项、轮值活动和服务活动；社区在自己的电脑上填，用什么方式交回都行。月份和大党委在窗口上方选。',
    readTitle: '读入{month}报送表 · {committee}', anyCommittee: '各大党委', pickTitle: '选择社区交回的报送表', pickHead: '选择社区交回的报送表', pickText: '先列出与系统里不同的地方，确认后才写入；同一份表读两次只算一次，月份或社区不对的不会读入。',
    toList: '查看报送情况', next: '再读一份',
  },
  batches: {
    title: '导入记录', sub: '每一批导入都能整批撤销', at: '时间', by: '谁', what: '导入了什么', reason: '说明', touched: '涉及', count: '{thing} {count}', undo: '整批撤销', undone: '{by}于 {at} 撤销', more: '更早的',
    empty: '还没有导入过', emptyText: '导入登记簿、打分表和月度报送之后，每一批都记在这里。', toRegisters: '去导入',
  },
} as const
