import { Button } from 'antd'
import type { MapHandle } from '#platform/map/ui/index.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import type { FindingShown } from '../../common/contract-drafts.ts'
import { gridOfficeMessages } from '../messages.ts'
import type { DrawingNow, ShownDraft } from './use-drawing.ts'

interface FindingsProps {
  readonly draft: ShownDraft
  readonly now: DrawingNow
  readonly map: MapHandle | null
}

/** What is wrong, place by place, with the ways to mend it. */
export function Findings({ draft, now, map }: FindingsProps) {
  const t = useText(gridOfficeMessages)
  const { findings, findingCount } = draft
  const show = (index: number, { place, outline }: FindingShown) => {
    now.setFinding(now.finding === index ? null : index)
    if (outline === null) return map?.goTo(place, 18)
    const lons = outline.map(([lon]) => lon)
    const lats = outline.map(([, lat]) => lat)
    map?.fit([Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)])
  }
  return (
    <section className="o-card" aria-labelledby="gd-findings">
      <h2 id="gd-findings">{t('findings.title')}</h2>
      <p role="status">{findingCount === 0 ? t('findings.none') : t('findings.count', { count: findingCount })}</p>
      {findingCount > findings.length ? <p>{t('findings.more', { shown: findings.length })}</p> : null}
      <ol className="gd-list">
        {findings.map((finding, i) => (
          <li key={`${finding.kind} ${finding.place.lon} ${finding.place.lat}`}>
            <p>
              <strong>{t(`finding.${finding.kind}`)}</strong>
              {finding.building === null ? null : ` ${finding.building}`}
              {finding.areaSquareMetres === null
                ? null
                : ` · ${t('findings.area', { value: finding.areaSquareMetres.toFixed(1) })}`}
              {finding.widthMetres === null
                ? null
                : ` · ${t('findings.width', { value: finding.widthMetres.toFixed(2) })}`}
              <br />
              {finding.grids.map(({ path, name }) => `${name}（${path}）`).join('、')}
            </p>
            <div className="o-actions">
              <Button size="small" aria-pressed={now.finding === i} onClick={() => show(i, finding)}>
                {t('findings.show', { n: i + 1 })}
              </Button>
              {now.mayDraw ? <Mend finding={finding} now={now} /> : null}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

const giveable = new Set(['gap', 'overlap', 'sliver', 'parent-not-filled', 'outside-parent'])

function Mend({
  finding: { kind, grids, outline },
  now,
}: {
  readonly finding: FindingShown
  readonly now: DrawingNow
}) {
  const t = useText(gridOfficeMessages)
  if (!giveable.has(kind)) return null
  const isOutside = kind === 'outside-parent'
  return (
    <>
      {kind === 'sliver' ? (
        <Button
          size="small"
          disabled={now.isSending}
          onClick={() => now.send({ do: 'snap', paths: grids.map(({ path }) => path), metres: 1 })}
        >
          {t('findings.snap')}
        </Button>
      ) : null}
      {outline === null
        ? null
        : grids.map(({ path, name }) => (
            <Button
              key={path}
              size="small"
              disabled={now.isSending}
              onClick={() => {
                const polygon = { type: 'Polygon' as const, coordinates: [outline] }
                now.send(
                  isOutside ? { do: 'take-ground', from: path, polygon } : { do: 'give-ground', to: path, polygon },
                )
              }}
            >
              {t(isOutside ? 'findings.take' : 'findings.give', { name })}
            </Button>
          ))}
    </>
  )
}
