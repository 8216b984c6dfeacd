import { Button } from 'antd'
import { dayBegins, dayOf } from '#platform/kernel/common/day-of.ts'
import { isRefusal, type Refusal } from '#platform/kernel/common/refusal.ts'
import { Blank } from '#platform/ui/office/Blank.tsx'
import { useUrlState } from '#platform/ui/office/url-state.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import { registryOfficeMessages } from './messages.ts'

const codes = ['registry/grid-not-yet', 'registry/grid-no-more']

/** Whether the grid that was asked for was not in force on the day. */
export const isNotThen = (trouble: unknown): trouble is Refusal => isRefusal(trouble) && codes.includes(trouble.code)

/** Says why there is nothing to count, and goes to whose ground it was, or to the first or last day of the grid. */
export function NotThen({ refusal: { code, detail } }: { readonly refusal: Refusal }) {
  const t = useText(registryOfficeMessages)
  const [, setUrl] = useUrlState()
  const isEarly = code === 'registry/grid-not-yet'
  const [names, paths] = [listIn(detail['instead']), listIn(detail['paths'])]
  const day = isEarly ? String(detail['since']) : dayOf(dayBegins(String(detail['until']), -1))
  return (
    <Blank title={t(isEarly ? 'figures.not-yet' : 'figures.no-more', detail)}>
      <p>{t(isEarly ? 'figures.not-yet-why' : 'figures.no-more-why', detail)}</p>
      <p className="rg-instead">
        {paths.map((grid, i) => (
          <Button key={grid} onClick={() => setUrl({ grid, list: undefined })}>
            {t('figures.look-at', { grid: names[i] ?? '' })}
          </Button>
        ))}
        <Button onClick={() => setUrl({ on: day, list: undefined })}>{t('figures.look-since', { day })}</Button>
      </p>
    </Blank>
  )
}

const listIn = (value: Refusal['detail'][string] | undefined): readonly string[] => (Array.isArray(value) ? value : [])
