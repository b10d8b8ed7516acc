import type { Global } from './global.ts'

interface Drawn extends Global {
  fill?: string | undefined
  stroke?: string | undefined
  'stroke-width'?: number | undefined
  transform?: string | undefined
}

/** As much of SVG as a small picture needs. Charts come whole from their own renderer. */
export interface Shapes {
  circle: Drawn & { cx: number; cy: number; r: number }
  desc: Global
  g: Drawn
  line: Drawn & { x1: number; y1: number; x2: number; y2: number }
  path: Drawn & { d: string }
  polyline: Drawn & { points: string }
  rect: Drawn & { x: number; y: number; width: number; height: number }
  svg: Global & {
    viewBox: string
    width?: number | undefined
    height?: number | undefined
    xmlns?: 'http://www.w3.org/2000/svg' | undefined
    'shape-rendering'?: 'crispEdges' | undefined
    focusable?: 'false' | undefined
  }
  text: Drawn & { x: number; y: number; 'text-anchor'?: 'start' | 'middle' | 'end' | undefined }
  title: Global
}
