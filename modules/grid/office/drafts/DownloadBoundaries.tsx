import { Button } from 'antd'
import { useState } from 'react'
import { Told } from '#platform/ui/office/Told.tsx'
import { useClient } from '#platform/ui/ui/client.tsx'
import { useText } from '#platform/ui/ui/use-text.ts'
import { isRefusal } from '#platform/kernel/common/refusal.ts'
import type { boundaries } from '../../common/contract-drafts.ts'
import { gridOfficeMessages } from '../messages.ts'

/** The boundaries in force as a file for other programs. */
export function DownloadBoundaries() {
  const t = useText(gridOfficeMessages)
  const client = useClient()
  const [isAsking, setAsking] = useState(false)
  const [trouble, setTrouble] = useState<unknown>(null)
  const download = async () => {
    setAsking(true)
    const answer = await client.query<typeof boundaries>('grid.boundaries', {}).catch((error: unknown) => error)
    setAsking(false)
    const isFine = typeof answer === 'object' && answer !== null && 'features' in answer && !isRefusal(answer)
    setTrouble(isFine ? null : answer)
    if (isFine) save(JSON.stringify(answer), 'grids.geojson')
  }
  return (
    <>
      <Button loading={isAsking} onClick={() => void download()}>
        {t('export.geojson')}
      </Button>
      <Told trouble={trouble} />
    </>
  )
}

function save(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/geo+json' }))
  const link = Object.assign(document.createElement('a'), { href: address, download: name })
  link.click()
  URL.revokeObjectURL(address)
}
