import { type ReactNode, useLayoutEffect, useState } from 'react';
import styles from './screen.module.css';

const width = 1920;
const height = 1080;

/** A fixed 1920 × 1080 picture, enlarged or shrunk as a whole and centred, so that nothing ever moves or is cut. */
export function ScaledCanvas({ children }: { children: ReactNode }) {
  const [scale, setScale] = useState(1);
  useLayoutEffect(() => {
    const rescale = () => setScale(Math.min(window.innerWidth / width, window.innerHeight / height));
    rescale();
    window.addEventListener('resize', rescale);
    return () => window.removeEventListener('resize', rescale);
  }, []);
  const left = Math.max(0, (window.innerWidth - width * scale) / 2);
  const top = Math.max(0, (window.innerHeight - height * scale) / 2);
  return (
    <div className={styles.stage}>
      <div className={styles.canvas} style={{ transform: `translate(${left}px, ${top}px) scale(${scale})` }}>
        {children}
      </div>
    </div>
  );
}
