/** How the bench's tables are written. */
export const right = (text: string | number, width: number): string => String(text).padStart(width);
export const asRatio = (value: number): string => value.toFixed(2);
export const asPercent = (value: number): string => `${(value * 100).toFixed(1)} %`;
export const asWhole = (value: number): string => value.toFixed(0);

/** A figure beside its goal. */
export function verdict(value: number, goal: number, show: (value: number) => string): string {
  return `${show(value)}   goal ≤ ${show(goal)}${value > goal ? "   ✗ MISSED" : "   ✓"}`;
}
