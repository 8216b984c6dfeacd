import { blocksOf } from '../common/body.ts'

/** The words of an institution, with headings and lists. */
export function BodyText({ body }: { readonly body: string }) {
  return (
    <div className="in-body">
      {blocksOf(body).map((block, i) => {
        const key = `${i} ${block.kind}`
        if (block.kind === 'heading') return <h2 key={key}>{block.text}</h2>
        if (block.kind === 'paragraph') return <p key={key}>{block.text}</p>
        const items = block.items.map(item => <li key={item}>{item}</li>)
        return block.isNumbered ? <ol key={key}>{items}</ol> : <ul key={key}>{items}</ul>
      })}
    </div>
  )
}
