/** Draws an effect as a bar from zero: to the right for an increase, to the left for a decrease, without its amount. */
export function EffectBar({ share }: { readonly share: number }) {
  return (
    <svg class="effect-bar" viewBox="-100 0 200 6" preserveAspectRatio="none" aria-hidden="true">
      <rect class="zero" x="-0.5" width="1" height="6" />
      <rect x={Math.min(0, share * 100)} y="1" width={Math.abs(share * 100)} height="4" />
    </svg>
  );
}
