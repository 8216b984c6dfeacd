/**
 * Colours of the base map and of the grids on it: few and pale, so that what is drawn on top is seen first. Names and
 * borders are tested for contrast against the ground they stand on.
 */
export const mapColours = {
  ground: '#f4f3f0',
  area: '#efedea',
  green: '#e1ecdc',
  water: '#cfe0ee',
  building: '#e3e0db',
  'building-edge': '#d2cec7',
  road: '#ffffff',
  'road-edge': '#dcd9d3',
  'road-main': '#fff4dc',
  rail: '#b9b4ab',
  name: '#565656',
  'name-water': '#2f5577',
  halo: '#ffffff',
  'grid-1': '#2b1055',
  'grid-2': '#4a1d8f',
  'grid-3': '#6a35b8',
  'grid-4': '#7d5a9e',
  'grid-own': '#0958d9',
  'grid-chosen': '#ad4e00',
  'grid-name': '#3a1770',
  'draw-one': '#00474f',
  'draw-two': '#8a3800',
  'draw-three': '#0b4f9e',
  'draw-four': '#7a0f4d',
  'draw-five': '#3f6600',
  'draw-six': '#5c4033',
  'draw-gap': '#a8071a',
} as const
