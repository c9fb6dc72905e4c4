/** A box as it is scrolled sideways, in pixels. */
type Scrolled = Pick<Element, 'scrollLeft' | 'scrollWidth' | 'clientWidth'>;

/** Where something of it is out of sight; `undefined`: all is seen. */
export function cutOf({
  scrollLeft,
  scrollWidth,
  clientWidth,
}: Scrolled): 'start' | 'end' | 'both' | undefined {
  // Parts of a pixel are no cut.
  const start = scrollLeft > 1;
  const end = scrollWidth - clientWidth - scrollLeft > 1;
  if (start && end) return 'both';
  return start ? 'start' : end ? 'end' : undefined;
}

/** How far a box must be scrolled for one of its children to stand in its middle, as far as there is room. */
export function scrollToMiddle(
  { clientWidth }: Pick<Scrolled, 'clientWidth'>,
  child: { readonly offsetLeft: number; readonly offsetWidth: number },
): number {
  return Math.max(0, child.offsetLeft - (clientWidth - child.offsetWidth) / 2);
}
