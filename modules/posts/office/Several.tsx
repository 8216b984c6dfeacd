import { gridMessages } from '#modules/grid/common/index.ts'
import { placesMessages } from '#modules/places/common/index.ts'
import { useAsk } from '#platform/ui/office/ask.ts'
import { Answered, Blank } from '#platform/ui/office/Blank.tsx'
import { PlainTable } from '#platform/ui/office/PlainTable.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { listDuties } from '../common/contract.ts'
import { postsOfficeMessages } from './messages.ts'

/** People with several posts, and posts with several duties (一岗双责). */
export function Several({ gridPath }: { readonly gridPath: string }) {
  const t = useText(postsOfficeMessages)
  const onGrid = useText(gridMessages)
  const onThing = useText(placesMessages)
  const asked = useAsk<typeof listDuties>('posts.duties', { gridPath }, { keep: true })
  return (
    <Answered asked={asked}>
      {({ people }) =>
        people.length === 0 ? (
          <Blank title={t('several.none')} />
        ) : (
          <section className="o-card ps-wide" aria-label={t('tab.several')}>
            <PlainTable
              rows={people}
              rowKey={person => person.personId}
              words={person => [person.name, ...person.posts.map(({ title }) => title)].join(' ')}
              columns={[
                { head: t('several.name'), cell: person => person.name },
                {
                  head: t('several.posts'),
                  cell: person =>
                    person.posts.map(post => (
                      <div key={post.postId}>
                        <b>{post.title}</b>
                        {post.onGrids.map(({ duty, gridName }) => (
                          <span key={`${duty} ${gridName}`} className="ps-row">
                            {gridName} · {onGrid(`duty.${duty}`)}
                          </span>
                        ))}
                        {post.onThings.map(({ kind, duty, count }) => (
                          <span key={`${kind} ${duty}`} className="ps-row">
                            {t('several.things', {
                              kind: t(`thing.${kind as 'line'}`),
                              duty: onThing(`duty.${duty as 'lead'}`),
                              count,
                            })}
                          </span>
                        ))}
                      </div>
                    )),
                },
              ]}
            />
          </section>
        )
      }
    </Answered>
  )
}
