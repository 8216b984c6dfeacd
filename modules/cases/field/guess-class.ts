import type { OutputOf } from '#platform/contract/common/endpoint.ts'
import { wordsToKeep } from '#platform/search/common/bigrams.ts'
import type { listCases, listClasses } from '../common/contract-queries.ts'
import { type Lesson, learn, likelyClasses } from '../common/suggest.ts'

export interface GuessedClass {
  readonly classKey: string
  readonly name: { readonly 'zh-CN': string; readonly en: string }
}

type Classes = OutputOf<typeof listClasses>
type Cases = OutputOf<typeof listCases>['rows']

const mostGuesses = 3
/** A worker's own cases say more about what they will report next than the catalogue's bare names. */
const weightOfHabit = 3

const wordsOf = (text: string) => wordsToKeep(text).filter(word => [...word].length > 1)

/**
 * What it is likely to be, from what one wrote and what one mostly reports: the suggestion of the desk
 * (`common/suggest.ts`), taught with what lies on the phone. Without words, habit alone.
 */
export function guessClasses(text: string, own: Cases, { majors }: Pick<Classes, 'majors'>): readonly GuessedClass[] {
  const names = new Map<string, GuessedClass['name']>(
    majors.flatMap(({ kind, classes }) =>
      classes.map(({ code, name, fault }) => [`${kind} ${code}`, fault ?? name] as const),
    ),
  )
  const habit = own.flatMap(({ classKind, classCode, title }) => {
    const classKey = `${classKind} ${classCode}`
    const name = names.get(classKey)
    return name ? [lesson(classKey, `${title} ${name['zh-CN']}`)] : []
  })
  const told = text.trim()
  if (told === '') return named(mostFrequent(habit), names)
  const bare = [...names].map(([classKey, name]) => lesson(classKey, name['zh-CN']))
  const learned = learn([...bare, ...Array.from({ length: weightOfHabit }, () => habit).flat()])
  return named(
    likelyClasses(learned, wordsOf(told), mostGuesses).map(({ classKey }) => classKey),
    names,
  )
}

const lesson = (classKey: string, text: string): Lesson => ({
  classKey,
  words: wordsOf(text),
  unitId: null,
  gridPath: '',
})

function mostFrequent(lessons: readonly Lesson[]): string[] {
  const times = new Map<string, number>()
  for (const { classKey } of lessons) times.set(classKey, (times.get(classKey) ?? 0) + 1)
  return [...times].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([classKey]) => classKey)
}

function named(keys: readonly string[], names: ReadonlyMap<string, GuessedClass['name']>): GuessedClass[] {
  return keys.slice(0, mostGuesses).flatMap(classKey => {
    const name = names.get(classKey)
    return name ? [{ classKey, name }] : []
  })
}
