export const partners = {
  title: '合伙人', count: '共 {total} 位（家）', all: '全部', kinds: '合伙人类别',
  new: '新增合伙人', export: '按当前列表导出', exported: '已导出 {count} 位合伙人，电话已隐去中间几位。', search: '名称、特长、服务、拼音或首字母', import: '导入登记表',
  empty: { title: '还没有合伙人', text: '可以把现有的登记表（Excel）原样导入，也可以逐位新增。' },
  none: { title: '没有符合条件的合伙人', text: '换个说法或清除筛选再试。' },
  kind: { unit: '单位合伙人', expert: '专业人才合伙人', resident: '社区合伙人', merchant: '暖心商户', volunteer: '志愿者' },
  state: { recruited: '招募', assessed: '评估', appointed: '聘任', renewed: '续聘', left: '退出' },
  column: { name: '名称', kind: '类别', state: '状态', community: '社区', skills: '特长', times: '服务时间', term: '聘期至', number: '聘书编号', hours: '今年服务', phone: '电话', discount: '优惠内容' },
  filter: { state: '状态', community: '社区', skill: '特长', ending: '聘期', endingOnly: '将满或已满', retired: '在册', withRetired: '包括停用' },
  wholeStreet: '全街道', hours: '{hours} 小时',
  tab: { record: '概况', services: '服务记录', history: '变更记录' },
  record: {
    contact: '联系人', services: '可提供服务', discount: '优惠内容', term: '聘期', termSpan: '{from}至{to}', unit: '成员单位', year: '今年服务', ever: '累计服务', sums: '{count} 次，{hours} 小时，{people} 人次', same: '同号', sameText: '与{names}编号相同', note: '备注', noServices: '还没有服务记录', way: '聘任经过', numbered: '编号 {number}',
    ends: '聘期 {date} 届满', endsToday: '聘期今天届满', endsIn: '聘期还有 {days} 天届满（{date}）', ended: '聘期已于 {date} 届满', renew: '请办理续聘或登记退出。',
  },
  reveal: { action: '查看完整电话' },
  retire: { action: '停用', restore: '恢复', title: '停用“{name}”？', text: '停用后不再出现在名单里；以前的服务记录不变。', done: '“{name}”已停用。', restored: '“{name}”已恢复。' },
  form: {
    newTitle: '新增合伙人', editTitle: '修改合伙人', kind: '类别', name: '名称', community: '社区', unit: '成员单位', unitHint: '是本街道成员单位的请选上，没有的可以不选。', contact: '联系人', phone: '电话', phoneHint: '带“*”的不改动即保持原号码。', skills: '特长', skillsHint: '输入后按回车；用过的会自动提示。', services: '可提供服务', times: '服务时间', timesHint: '如周末、工作日晚上、周三下午、随时。', discount: '优惠内容', note: '备注', nameMissing: '请填写名称。', discountMissing: '暖心商户请填写优惠内容。', saved: '“{name}”已保存。',
    state: '现在的状态', since: '从何时起', from: '聘期开始', to: '聘期结束', termMissing: '请填写聘期的起止。', number: '聘书编号', numberHint: '已有编号的照填；没有的留空，聘任时由程序编号。',
  },
  step: {
    action: '登记{state}', title: '{name}：登记{state}', many: '{count} 位合伙人：登记{state}', date: '日期', dateHint: '不填就是今天；可以只写到年或月，如 2026、2026-05。', from: '聘期开始', to: '聘期结束', number: '给新的聘书编号', note: '说明', noteHint: '退出须写明原因。', saved: '已登记{state}。', savedMany: '已为 {count} 位登记{state}。',
    term: '聘期', oneTerm: '都用同一聘期', following: '各自顺延', years: '顺延几年', yearsHint: '从各自原聘期结束的次日（次月）起。', numbers: '都给新的聘书编号', numbersHint: '不勾选时，只给没有编号的编号。',
  },
  many: { clear: '取消选择', step: '登记步骤', export: '导出所选', phones: '导出所选（含完整电话）', phonesTitle: '导出 {count} 位合伙人的完整电话？', phonesText: '仅限内部联系使用，导出会记入变更记录。', phonesDone: '已导出，请妥善保管。', noStep: '所选合伙人的状态不同，没有可以一起登记的步骤。' },
  papers: { several: '{count} 位（家）' },
  find: {
    title: '谁能做这件事', sub: '只列在聘的合伙人', placeholder: '特长、社区、时间，如“书法 听雨 周末”', hint: '把要做的事、在哪个社区、什么时间写在一起，次序不限。', skills: '常用特长', times: '常用时间', understood: '理解为', meaning: { community: '社区', time: '时间', kind: '类别', skill: '特长' }, found: '找到 {count} 位', without: '另有 {count} 位合适但没有写明服务时间，去掉时间可以看到。', none: '没有找到合适的合伙人', noneText: '换个说法、去掉时间或社区再试；也可以到名册里按特长筛选。', start: '想找谁来做什么？', startText: '在上面输入，或点选一个常用特长。',
  },
  services: {
    title: '服务记录', count: '共 {total} 次', new: '登记服务', search: '内容、地点、参加人', empty: '还没有服务记录', emptyText: '一次活动登记一条，写明参加的合伙人各服务了多久。',
    column: { date: '日期', content: '服务内容', place: '地点', community: '社区', partners: '参加的合伙人', hours: '合计时长', people: '服务人次', satisfaction: '满意度', confirmed: '确认' },
    filter: { confirm: '确认', unconfirmed: '未确认', retired: '作废', withRetired: '包括作废', period: '时间', year: '今年', month: '本月', last: '上月' },
    confirmed: '已确认', unconfirmed: '未确认', retired: '已作废', who: '参加的合伙人', each: '{name}（{kind}）', grade: '{grade} 分', confirmedBy: '{name}，{date}',
    retire: { action: '作废', restore: '恢复', title: '作废{date}的服务记录？', text: '作废后不再计入任何统计，仍可查看和恢复。', done: '服务记录已作废。', restored: '服务记录已恢复。' },
  },
  service: {
    newTitle: '登记服务', editTitle: '修改服务记录', date: '服务日期', community: '社区', place: '地点', content: '服务内容', partners: '参加的合伙人和时长', hours: '小时', add: '添加合伙人', addHint: '输入名称、特长、拼音或首字母', remove: '移除{name}', same: '时长都改成第一位的', people: '服务人次', satisfaction: '满意度', notAsked: '未评', confirmedBy: '确认人', confirmedHint: '填写即为已确认。', confirmedOn: '确认日期', note: '备注',
    dateMissing: '请填写服务日期。', dateLate: '服务日期不能晚于今天。', contentMissing: '请填写服务内容。', partnersMissing: '请至少选择一位合伙人。', hoursWrong: '每位的时长应在 0.1 到 24 小时之间。', saved: '服务记录已保存。',
  },
  figures: {
    title: '服务统计', sub: '{from} 至 {to}', period: '统计时间', month: '本月', quarter: '本季度', year: '今年', lastYear: '去年', from: '起', to: '止', partners: '合伙人（不含志愿者）', volunteers: '志愿者', withoutVolunteers: '合伙人', kind: '类别', community: '社区', partner: '合伙人',
    serving: '在聘', active: '活跃率', services: '服务次数', hours: '服务时长', people: '服务人次', satisfied: '满意率', confirmed: '确认率', hoursUnit: '小时', servingUnit: '位（家）', servicesUnit: '次', peopleUnit: '人次', of: '{part} / {whole}',
    months: '各月服务时长', monthsNote: '小时', kinds: '各类服务时长', kindsNote: '小时', byKind: '按类别', byCommunity: '按社区', byPartner: '按合伙人', empty: '这段时间没有服务记录', emptyText: '换个时间看看，或先登记服务。', most: '按时长列前 500 位',
    definitions: '在聘：聘任、续聘中的；活跃率＝在聘中参加过服务的÷在聘；满意率＝评 4、5 分的÷评过的；确认率＝已确认的÷服务次数；一次活动几类人参加，各类都计一次。',
  },
  importing: {
    title: '导入合伙人登记表', pick: '选择登记表', pickTitle: '选择合伙人登记表', pickHead: '把现有的登记表原样导入', pickText: '支持 .xlsx：每一类一张工作表，或一张表里有“类别”列；标题行、说明行、空行都可以保留。先给您看结果，确认后才写入。',
    summary: '读到 {sheets} 张工作表：{kinds}；{communities} 个社区。', kindCount: '{kind} {total}', conflicts: '聘书编号重复，请选择怎样保留', likely: '同社区同名、电话不同，请留意是不是同一人', likelyLine: '{name}（{kind}，{community}）：{places}',
    outcome: '新建 {created}，修改 {changed}，不变 {unchanged}；新建社区 {communities} 个。', leftOut: '{count} 位因编号重复未带编号。', toList: '查看合伙人',
  },
} as const
