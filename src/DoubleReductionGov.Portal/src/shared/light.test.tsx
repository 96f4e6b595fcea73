import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { LightLegend, LightTag } from './LightMark';
import { lightLooks, lightsWorstFirst } from './light';

test('every light has a shape of its own', () => {
  const shapes = lightsWorstFirst.map((light) => lightLooks[light].shape);
  expect(new Set(shapes).size).toBe(4);
});

test('a light is said in a word beside its shape', () => {
  const { container } = render(<LightTag light="Red" />);
  expect(screen.getByText('红灯')).toBeInTheDocument();
  expect(container.querySelector('svg rect')).not.toBeNull();
});

test('the legend lists the worst light first', () => {
  render(<LightLegend />);
  const words = screen.getAllByRole('listitem').map((item) => item.textContent);
  expect(words).toEqual(['红灯 滞后或超期', '黄灯 预警', '灰灯 未启动', '绿灯 正常或已销号']);
});

test('the ink of every light can be read on its own tint', () => {
  for (const light of lightsWorstFirst) {
    const { ink, tint } = lightLooks[light];
    expect(contrast(ink, tint)).toBeGreaterThanOrEqual(4.5);
  }
});

function contrast(first: string, second: string): number {
  const [dark = 0, bright = 0] = [luminance(first), luminance(second)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
