import { useSubjects } from '../../ui/office/session.tsx'
import { useLocale } from '../../ui/ui/use-text.ts'

/** Words for a task come from the module of the thing. */
export function useTaskText(): (kind: string | null, task: string) => string {
  const { locale } = useLocale()
  const subjects = useSubjects()
  return (kind, task) => {
    const spoken = kind ? [subjects[kind]] : Object.values(subjects)
    const texts = spoken.flatMap(subject => subject?.texts ?? [])
    // `assist:<unit>` is the task of one of several at once; its word is that of the task.
    const [word = task] = task.split(':')
    return texts.map(catalogue => catalogue[locale][`task.${word}`]).find(text => text !== undefined) ?? task
  }
}
