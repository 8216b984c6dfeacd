import { defineMessages } from '../../i18n/common/translate.ts'

export const jobsMessages = defineMessages(
  {
    'place.jobs': '后台任务',
    'jobs.about': '试过多次仍没有做成的后台任务。看清原因后可以重做，做过的不会再做一次。',
    'jobs.empty': '没有失败的任务',
    'jobs.empty-why': '后台任务失败时会先自动重试；仍不成才会出现在这里。',
    'jobs.choose': '选择任务 {name}',
    'jobs.choose-all': '全选',
    'jobs.more': '先列最近的 {count} 个，后面还有；处理完这些再看其余的。',
    'jobs.retry': '重做选中的 {count} 个',
    'jobs.done': '{count} 个任务已放回队列。',
  },
  {
    'place.jobs': 'Background jobs',
    'jobs.about':
      'Jobs that failed after several tries. Once the cause is clear they can be sent again; nothing is done twice.',
    'jobs.empty': 'No failed jobs',
    'jobs.empty-why': 'A failing job is tried again by itself; only what still fails appears here.',
    'jobs.choose': 'Choose the job {name}',
    'jobs.choose-all': 'Choose all',
    'jobs.more': 'The latest {count} are shown and there are more; settle these to see the others.',
    'jobs.retry': 'Retry the {count} chosen',
    'jobs.done': '{count} jobs are back in their queue.',
  },
)
