import type { Light } from '../api/client';
import { t } from './language';

export type LightShape = 'square' | 'triangle' | 'disc' | 'ring';

export interface LightLook {
  shape: LightShape;
  /** For text: at least 4.5:1 on white. */
  ink: string;
  /** For shapes and bars on white. */
  fill: string;
  /** Behind a cell. */
  tint: string;
  /** For shapes and text on the dark screen. */
  glow: string;
}

/** Never colour alone: each light has its own shape and its own word. */
export const lightLooks: Record<Light, LightLook> = {
  Red: { shape: 'square', ink: '#b8121b', fill: '#d9262f', tint: '#fdeaea', glow: '#ff6b6b' },
  Yellow: { shape: 'triangle', ink: '#8a5a00', fill: '#e08e00', tint: '#fff5dc', glow: '#ffc53d' },
  Green: { shape: 'disc', ink: '#1e7a34', fill: '#2f9e44', tint: '#e9f7ec', glow: '#5fd38d' },
  Grey: { shape: 'ring', ink: '#5b6470', fill: '#8a939f', tint: '#f2f4f7', glow: '#a9b8cc' },
};

/** Worst first: the order in which lights are listed everywhere. */
export const lightsWorstFirst: readonly Light[] = ['Red', 'Yellow', 'Grey', 'Green'];

export function lightWord(light: Light): string {
  return t(`light.${light}`);
}

export function lightMeaning(light: Light): string {
  return t(`light.${light}.meaning`);
}
