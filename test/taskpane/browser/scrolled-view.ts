/** An element that scrolls, as far as one likes, without a browser. */
export class ScrolledView {
  readonly element: HTMLElement;

  constructor(width: number, height: number) {
    const far = 1_000_000;
    const element = Object.assign(new EventTarget(), {
      ...{ scrollTop: 0, scrollLeft: 0, scrollWidth: far, scrollHeight: far, clientWidth: width, clientHeight: height },
      scrollTo: (to: ScrollToOptions) => Object.assign(element, { scrollTop: to.top ?? element.scrollTop }),
      ownerDocument: {
        defaultView: {
          requestAnimationFrame: () => 1,
          cancelAnimationFrame: () => undefined,
          setTimeout,
          clearTimeout,
        },
      },
    });
    this.element = element as unknown as HTMLElement;
  }

  /** Scrolls it down to a place, as somebody does. */
  scroll(top: number): void {
    this.element.scrollTop = top;
    this.element.dispatchEvent(new Event("scroll"));
  }
}
