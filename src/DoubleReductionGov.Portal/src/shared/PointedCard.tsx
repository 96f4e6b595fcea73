import type { ReactNode } from 'react';
import styles from './PointedCard.module.css';

export interface Point {
  x: number;
  y: number;
}

const width = 300;
const expectedHeight = 200;

/** A card beside what is pointed at, kept inside the window. What it says is also in the label of the thing itself. */
export function PointedCard({ at, children }: { at: Point; children: ReactNode }) {
  const left = Math.max(8, Math.min(at.x + 14, window.innerWidth - width - 12));
  const fitsBelow = at.y + expectedHeight < window.innerHeight;
  const place = fitsBelow ? { top: at.y + 14 } : { bottom: window.innerHeight - at.y + 14 };
  return (
    <div className={styles.card} style={{ left, width, ...place }} aria-hidden="true">
      {children}
    </div>
  );
}

/** Where a card for this element belongs when it was reached by keyboard. */
export function cornerOf(element: Element): Point {
  const box = element.getBoundingClientRect();
  return { x: box.right - 24, y: box.bottom - 8 };
}
