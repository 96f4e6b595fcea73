export const visits = {
  'visits.title': '市级查看记录',
  'visits.subtitle': '市级人员查看本县（市、区）任务的全部记录：何人、何时、为何、看了什么',
  'visits.visitor': '查看人',
  'visits.organisation': '所在单位',
  'visits.purpose': '查看事由',
  'visits.subject': '查看内容',
  'visits.empty': '市级尚未查看本县（市、区）任务',
} as const;
