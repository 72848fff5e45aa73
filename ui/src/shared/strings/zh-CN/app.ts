export const app = {
  name: '同心',
  nav: { label: '主导航', desk: '本月', units: '成员单位', committees: '大党委', rota: '轮值', meetings: '联席会议', assignments: '交办事项', partners: '合伙人', stars: '楼栋星级', reports: '汇总报表', registers: '导入导出', settings: '设置' },
  places: { label: '成员单位', units: '单位名册', lists: '三张清单', agreements: '共建协议' },
  importPlaces: { label: '导入导出', registers: '登记簿', returns: '月度报送', batches: '导入记录' },
  partnerPlaces: { label: '合伙人', register: '合伙人名册', find: '谁能做这件事', services: '服务记录', figures: '服务统计' },
  stars: { label: '楼栋星级', ratings: '考评', flags: '挂牌台账', community: '社区星级', year: '季度和年度', selections: '评选', buildings: '小区楼栋', schemes: '考评方案' },
  search: { placeholder: '搜索单位、人员、会议、事项、楼栋…', shortcut: 'Ctrl K', empty: '没有找到“{text}”；试试简称、拼音或首字母。', hint: '输入名称、简称、拼音或首字母；↑↓ 选择，Enter 打开', goTo: '前往', title: '搜索' },
  scope: { all: '全街道', community: '社区', month: '月份', thisMonth: '本月', previousYear: '上一年', nextYear: '下一年', filter: '查找社区' },
  user: { menu: '用户', appearance: '外观', dark: '深色', light: '浅色', auto: '跟随系统', large: '大字', normal: '标准字', theme: '主题', font: '字号', secrecy: '不得录入涉密信息', switch: '切换用户' },
  status: { saved: '已保存', savedAt: '已保存 {time}', saving: '正在保存…', failed: '没有保存', backup: '上次备份 {time}', backupVerified: '，已校验', noBackup: '还没有备份', version: '同心 {version}' },
  start: {
    title: '同心', subtitle: '街道“大党委”工作台', create: '新建单位', createText: '从空白开始：填写街道名称，再导入成员单位台账。', open: '打开已有数据', openText: '打开备份或别的电脑拷来的数据文件。',
    sample: '载入示例街道', sampleText: '虚构的云溪街道，用来看一看、试一试。', officeName: '街道名称', officePlaceholder: '例如：云溪街道', superior: '所属区（市、县）', superiorPlaceholder: '例如：临江区', clerk: '管理员姓名', clerkHint: '就是您自己；以后可以在设置里添加其他人。', begin: '开始使用', pickTitle: '选择同心的数据文件或备份', staged: '“{name}”已校验并准备好；请关闭同心再重新打开，就会换成这份数据。', sampleLoaded: '示例街道已载入，可以随意试用。', secrecy: '本系统不得录入涉密信息。', loading: '正在载入…',
  },
  signIn: { title: '登录', name: '姓名', password: '密码', submit: '登录', hint: '忘记密码请找管理员重新设置。' },
  missing: { title: '没有这个页面', text: '地址可能已经改变；请回到本月工作台。', home: '回到本月' },
} as const
