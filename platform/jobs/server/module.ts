import { command, query } from '../../commands/server/command.ts'
import { defineModule, type Module } from '../../commands/server/define-module.ts'
import { listFailedJobs, retryJobs } from '../common/contract.ts'
import { jobsAuditWords } from './audit-words.ts'
import type { JobQueue } from './queue.ts'

/** What the administrator sees of the queue: what failed for good, and a way to try again. */
export function jobsModule(queue: () => JobQueue): Module {
  return defineModule({
    name: 'jobs',
    folder: new URL('../', import.meta.url),
    commands: [
      command(retryJobs, {
        subject: ({ ids }) => ({ kind: 'job', id: ids.join(',') }),
        run: async (_work, { ids }) => ({ sent: await queue().retry(ids) }),
      }),
    ],
    queries: [
      query(listFailedJobs, {
        async run(_reading, { limit }) {
          const rows = await queue().failed(limit + 1)
          return { rows: rows.slice(0, limit), isMore: rows.length > limit }
        },
      }),
    ],
    permissions: {
      'jobs.read': { 'zh-CN': '查看失败的后台任务', en: 'see background jobs that failed' },
      'jobs.retry': { 'zh-CN': '重新执行失败的后台任务', en: 'run failed background jobs again' },
    },
    messages: { 'zh-CN': {}, en: {} },
    auditWords: jobsAuditWords,
    jobs: [],
    sees: {},
  })
}
