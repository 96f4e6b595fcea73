import { MapChart } from 'echarts/charts';
import { TooltipComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { type RefObject, useEffect, useRef } from 'react';

// Drawn as SVG: it stays sharp on a big screen that is scaled up.
echarts.use([MapChart, TooltipComponent, SVGRenderer]);

export { echarts };

/** Keeps a chart in the element: made once, redrawn when the option changes, resized with its place. */
export function useChart(
  option: echarts.EChartsCoreOption | null,
  onClick: (name: string) => void,
): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<echarts.ECharts | null>(null);
  const click = useRef(onClick);
  click.current = onClick;

  useEffect(() => {
    if (!place.current) return;
    const made = echarts.init(place.current, null, { renderer: 'svg' });
    made.on('click', (event) => click.current(event.name));
    const observer = new ResizeObserver(([entry]) => {
      const { width = 0, height = 0 } = entry?.contentRect ?? {};
      // A map cannot be drawn into nothing, which is what is left while the page is being taken away.
      if (width > 0 && height > 0) made.resize();
    });
    observer.observe(place.current);
    chart.current = made;
    return () => {
      observer.disconnect();
      made.dispose();
    };
  }, []);

  useEffect(() => {
    if (option) chart.current?.setOption(option);
  }, [option]);

  return place;
}
