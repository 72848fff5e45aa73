export const partners = {
  title: '合伙人', count: '共 {total} 位（家）',
  new: '新增合伙人', export: '按当前列表导出', exported: '已导出 {count} 位合伙人，电话已隐去中间几位。', search: '名称、特长、服务、拼音或首字母',
  import: '导入登记表', importTitle: '选择合伙人登记表', template: '下载空白模板', templateSaved: '模板已保存。',
  empty: { title: '还没有合伙人', text: '可以把现有的登记表（Excel）原样导入，也可以逐位新增。' },
  none: { title: '没有符合条件的合伙人', text: '换个说法或清除筛选再试。' },
  kind: { unit: '单位合伙人', expert: '专业人才合伙人', resident: '社区合伙人', merchant: '暖心商户', volunteer: '志愿者' },
  state: { recruited: '招募', assessed: '评估', appointed: '聘任', renewed: '续聘', left: '退出' },
  column: { name: '名称', kind: '类别', state: '状态', community: '社区', skills: '特长', times: '服务时间', term: '聘期至', number: '聘书编号', hours: '今年服务', phone: '电话' },
  filter: { kind: '类别', state: '状态', community: '社区', skill: '特长', ending: '聘期', endingOnly: '将满或已满', retired: '在册', withRetired: '包括停用' },
  wholeStreet: '全街道', hours: '{hours} 小时', times: '{count} 次',
  tab: { record: '概况', services: '服务记录', history: '变更记录' },
  record: { contact: '联系人', services: '可提供服务', discount: '优惠内容', term: '聘期', termSpan: '{from}至{to}', steps: '聘任经过', unit: '成员单位', ever: '累计服务', everText: '{count} 次，{hours} 小时，{people} 人次', same: '同号', sameText: '与{names}编号相同', note: '备注', noServices: '还没有服务记录' },
  reveal: { action: '查看完整电话', shown: '{name}：{phone}' },
  retire: { action: '停用', restore: '恢复', title: '停用“{name}”？', text: '停用后不再出现在名单里；以前的服务记录不变。', done: '“{name}”已停用。', restored: '“{name}”已恢复。' },
  form: {
    newTitle: '新增合伙人', editTitle: '修改合伙人', kind: '类别', name: '名称', community: '社区', contact: '联系人', phone: '电话', phoneHint: '带“*”的不改动即保持原号码。', skills: '特长', listHint: '有几项的用顿号隔开。', services: '可提供服务', times: '服务时间', timesHint: '如周末、工作日晚上、周三下午、随时。', discount: '优惠内容', note: '备注', nameMissing: '请填写名称。', discountMissing: '暖心商户请填写优惠内容。', saved: '“{name}”已保存。',
  },
  step: { action: '登记{state}', title: '{name}：登记{state}', date: '日期', dateHint: '可以只写到年或月，如 2026、2026-05。', from: '聘期开始', to: '聘期结束', number: '给新的聘书编号', note: '说明', noteHint: '退出须写明原因。', saved: '已登记{state}。' },
  importing: {
    head: '登记表里有 {total} 位：新建 {created}，修改 {changed}，不变 {unchanged}', kind: '{kind} {total} 位', create: '同时新建这 {count} 个社区和它们的大党委', conflicts: '编号重复，请选择怎样保留', likely: '同社区同名、电话不同，请留意是否同一人', wrong: '{count} 行有错误', skip: '跳过有错的行，先导入其余的', saveCopy: '导出标出错误的登记表', copySaved: '已保存，照“错误说明”列改好后再导入。', apply: '导入', done: '导入完成：新建 {created}，修改 {changed}，新建社区 {communities} 个。', leftOut: '{count} 位因编号重复未带编号。', cancel: '取消', nothing: '登记表和系统里完全一样，不需要导入。',
  },
} as const
