import { Select } from 'antd'
import { useState } from 'react'
import type { listPosts } from '#modules/identity/common/index.ts'
import { useAsk } from '#platform/ui/office/ask.ts'
import { useText } from '#platform/ui/ui/use-text.ts'
import { placesOfficeMessages } from './messages.ts'

export interface ChosenPost {
  readonly postId: string
  readonly title: string
  readonly unitName: string
  readonly holder: string | null
}

interface PostSelectProps {
  readonly label: string
  /** Given by the form's item. */
  readonly id?: string
  readonly value?: string | null
  readonly onChange?: (postId: string | null, post: ChosenPost | null) => void
}

/** Finds a post by its title or by who holds it. */
export function PostSelect({ label, id, value, onChange }: PostSelectProps) {
  const t = useText(placesOfficeMessages)
  const [typed, setTyped] = useState('')
  const search = typed.trim()
  const asked = useAsk<typeof listPosts>(
    'identity.list-posts',
    { limit: 20, ...(search ? { search } : {}) },
    { keep: true },
  )
  const posts = (asked.data?.rows ?? []).map(post => ({
    ...{ postId: post.id, title: post.title, unitName: post.unitName, holder: post.holder?.name ?? null },
  }))
  return (
    <Select
      {...(id ? { id } : {})}
      aria-label={label}
      allowClear
      value={value ?? null}
      placeholder={t('posts.find')}
      className="pl-select"
      showSearch={{ filterOption: false, onSearch: setTyped }}
      notFoundContent={t('list.none')}
      options={posts.map(post => ({
        value: post.postId,
        label: `${post.title} · ${post.unitName} · ${post.holder ?? t('posts.vacant')}`,
      }))}
      onChange={chosen => onChange?.(chosen ?? null, posts.find(post => post.postId === chosen) ?? null)}
    />
  )
}
