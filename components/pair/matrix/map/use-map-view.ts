'use client';

import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import {
  type Extent,
  LARGEST,
  type Scroll,
  type Size,
  SMALLEST,
  scrollAfterZoom,
  squareAt,
} from './map-geometry';

/** The map's window: how large it is, how far it is scrolled and zoomed. The smallest zoom shows all of it. */
export function useMapView(scroller: RefObject<HTMLDivElement | null>, extent: Extent) {
  const [window, setWindow] = useState<Size>({ width: 1280, height: 640 });
  const [scroll, setScroll] = useState<Scroll>({ left: 0, top: 0 });
  const [zoom, setZoom] = useState(SMALLEST);
  const square = squareAt(zoom, window, extent);
  const goal = useRef<Scroll | null>(null);
  const now = useRef({ square, window, extent });
  now.current = { square, window, extent };

  useLayoutEffect(() => {
    const node = scroller.current;
    if (!node) return;
    const measure = () => setWindow({ width: node.clientWidth, height: node.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(node);
    return () => observer.disconnect();
  }, [scroller]);

  // After the squares have their new size, and not before, there is something to scroll over.
  useLayoutEffect(() => {
    const node = scroller.current;
    if (!node || !goal.current) return;
    node.scrollTo(goal.current);
    goal.current = null;
  });

  const zoomTo = useCallback(
    (next: number, point?: { x: number; y: number }) => {
      const node = scroller.current;
      const size = Math.min(LARGEST, Math.max(SMALLEST, next));
      const { square: before, window: room, extent: all } = now.current;
      const middle = point ?? { x: room.width / 2, y: room.height / 2 };
      if (node) {
        const from = { left: node.scrollLeft, top: node.scrollTop };
        goal.current = scrollAfterZoom(middle, from, before, squareAt(size, room, all));
      }
      setZoom(size);
    },
    [scroller],
  );
  /** In even steps for the eye: each is a third more. */
  const zoomBy = useCallback(
    (steps: number, point?: { x: number; y: number }) => {
      const { width, height } = now.current.square;
      zoomTo(Math.min(width, height) * 1.35 ** steps, point);
    },
    [zoomTo],
  );

  // Not by React's handler: only a listener that is not passive may keep the page from zooming.
  useEffect(() => {
    const node = scroller.current;
    if (!node) return;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const box = node.getBoundingClientRect();
      zoomBy(-event.deltaY / 160, { x: event.clientX - box.left, y: event.clientY - box.top });
    };
    node.addEventListener('wheel', onWheel, { passive: false });
    return () => node.removeEventListener('wheel', onWheel);
  }, [scroller, zoomBy]);

  const onScroll = () => {
    const node = scroller.current;
    if (node) setScroll({ left: node.scrollLeft, top: node.scrollTop });
  };
  return { window, scroll, square, zoom, zoomTo, zoomBy, onScroll };
}
