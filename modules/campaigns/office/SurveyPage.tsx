import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { Page as OfficePage } from '#platform/ui/office/Page.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import { FindingForm } from './FindingForm.tsx'
import { campaignsOfficeMessages } from './messages.ts'
import './campaigns-office.css'

/** The office records a point that somebody told it of. */
export function Page() {
  const t = useText(campaignsOfficeMessages)
  const navigate = useNavigate()
  const { campaignId } = useParams({ strict: false }) as { campaignId: string }
  const [turn, setTurn] = useState(0)
  const [done, setDone] = useState<readonly string[] | null>(null)
  const back = () => void navigate({ to: '/campaigns/$campaignId', params: { campaignId } })
  return (
    <OfficePage
      title={t('one.survey')}
      actions={
        <Link to="/campaigns/$campaignId" params={{ campaignId }}>
          {t('point.campaign')}
        </Link>
      }
    >
      {done ? (
        <Alert
          type="success"
          showIcon
          title={t('find.done', { place: done.slice(-2).join(' › ') })}
          description={
            <Button
              onClick={() => {
                setDone(null)
                setTurn(turn + 1)
              }}
            >
              {t('find.another')}
            </Button>
          }
        />
      ) : (
        <div className="o-card">
          <FindingForm key={turn} campaignId={campaignId} onEnd={back} onDone={setDone} />
        </div>
      )}
    </OfficePage>
  )
}
