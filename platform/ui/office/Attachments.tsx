import { Button } from 'antd'
import { useId, useRef, useState } from 'react'
import type { FileShown } from '../../files/common/papers.ts'
import { isRefusal } from '../../kernel/common/refusal.ts'
import { uploadPaper, uploadPhoto } from '../ui/upload.ts'
import { useText } from '../ui/use-text.ts'
import { officeMessages } from './messages.ts'
import { Told } from './Told.tsx'

interface AttachmentsProps {
  readonly label: string
  readonly files: readonly FileShown[]
  readonly onFiles: (files: readonly FileShown[]) => void
  readonly most: number
}

/** Papers and photos that go along with what a form sends: uploaded when chosen, taken off by their name. */
export function Attachments({ label, files, onFiles, most }: AttachmentsProps) {
  const t = useText(officeMessages)
  const input = useRef<HTMLInputElement>(null)
  const [isSending, setSending] = useState(false)
  const [trouble, setTrouble] = useState<unknown>(null)
  const hint = useId()
  const take = async (chosen: readonly File[]) => {
    setSending(true)
    setTrouble(null)
    let next = files
    for (const file of chosen.slice(0, most - files.length)) {
      const isPhoto = file.type.startsWith('image/')
      try {
        const answer = await (isPhoto ? uploadPhoto(file, () => {}) : uploadPaper(file))
        if (isRefusal(answer)) {
          setTrouble(answer)
          break
        }
        const { name, text } = isPhoto ? { name: null, text: null } : { name: file.name, text: 'waiting' as const }
        next = [...next, { fileId: answer.fileId, name, bytes: file.size, text }]
        onFiles(next)
      } catch (error) {
        setTrouble(error)
        break
      }
    }
    setSending(false)
    if (input.current) input.current.value = ''
  }
  return (
    <fieldset className="o-attachments">
      <legend>{label}</legend>
      <p id={hint} className="o-hint">
        {t('attachments.hint', { most })}
      </p>
      <Told trouble={trouble} />
      {files.length > 0 ? (
        <ul>
          {files.map((file, i) => {
            const name = file.name ?? t('attachments.photo', { n: i + 1 })
            return (
              <li key={file.fileId}>
                {name}{' '}
                <Button
                  size="small"
                  aria-label={t('attachments.remove-one', { name })}
                  onClick={() => onFiles(files.filter(one => one !== file))}
                >
                  {t('attachments.remove')}
                </Button>
              </li>
            )
          })}
        </ul>
      ) : null}
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t('attachments.choose')}
        accept=".pdf,.ofd,.docx,.xlsx,image/*"
        onChange={event => void take([...(event.target.files ?? [])])}
      />
      <Button
        aria-describedby={hint}
        loading={isSending}
        disabled={files.length >= most}
        onClick={() => input.current?.click()}
      >
        {t('attachments.choose')}
      </Button>
    </fieldset>
  )
}
