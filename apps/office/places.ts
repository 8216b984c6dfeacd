import { type OfficePlace, type PlaceGroup, placeGroups } from '#platform/ui/office/office-module.ts'
import { useOfficeModules, useSession } from '#platform/ui/office/session.tsx'
import { useLocale } from '#platform/ui/ui/use-text.ts'

/** A place with its name in the language of the page, and in every language for whoever types another one. */
export interface NamedPlace extends OfficePlace {
  readonly words: string
  readonly names: readonly string[]
}

/** The places that the present post may use, in the order in which they stand at the left. */
export function usePlaces(): readonly NamedPlace[] {
  const { locale } = useLocale()
  const { permissions } = useSession()
  const modules = useOfficeModules()
  return modules
    .flatMap(({ places, texts }) =>
      places.map(place => ({
        ...place,
        words: texts[locale][place.label] ?? '',
        names: Object.values(texts).map(words => words[place.label] ?? ''),
      })),
    )
    .filter(place => place.permissions.length === 0 || place.permissions.some(word => permissions.includes(word)))
    .sort((a, b) => placeGroups.indexOf(a.group) - placeGroups.indexOf(b.group) || a.order - b.order)
}

/** Groups that have something for this person. */
export function inGroups(places: readonly NamedPlace[]): readonly [PlaceGroup, readonly NamedPlace[]][] {
  return placeGroups
    .map((group): [PlaceGroup, readonly NamedPlace[]] => [group, places.filter(place => place.group === group)])
    .filter(([, own]) => own.length > 0)
}

/** Places of which some name has all the typed words in it, in any language. */
export function placesCalled(places: readonly NamedPlace[], typed: string): readonly NamedPlace[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  return places.filter(({ names }) => names.some(name => words.every(word => name.toLowerCase().includes(word))))
}
