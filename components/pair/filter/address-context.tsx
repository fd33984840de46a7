'use client';

import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useOptimistic,
  useRef,
  useTransition,
} from 'react';
import { type Address, readAddress, searchOf } from './address';

/** Keys that arrange what is there already. */
const SHOWN_BY = ['sort', 'group', 'columns', 'others', 'pair'] as const satisfies (keyof Address)[];

type AddressBook = {
  /** What is wanted: at once what was chosen, even while its pairs are still on their way. */
  address: Address;
  pending: boolean;
  /** Replaces the address, so that the way back leads to the page before; the focus stays where it is. */
  change: (patch: Partial<Address>) => void;
  /** Says in the address which pair is pointed at, without asking the server. */
  point: (pairId: string) => void;
  /** Goes to another page. Nothing is pointed at on the way: a written address would call the page off. */
  leave: (href: string) => void;
};

const AddressContext = createContext<AddressBook>({
  address: readAddress({}),
  pending: false,
  change: () => {},
  point: () => {},
  leave: () => {},
});

export function useAddress(): AddressBook {
  return useContext(AddressContext);
}

/** Holds the pipeline's address for the filter, the views and the cards below it. */
export function AddressProvider({ children }: { children: ReactNode }) {
  const search = useSearchParams();
  const path = usePathname();
  const router = useRouter();
  const text = search.toString();
  const stands = useMemo(() => readAddress(text), [text]);
  const [address, show] = useOptimistic(stands);
  const [pending, startTransition] = useTransition();
  // A second choice may come before the first one has arrived: both must stay.
  const wanted = useRef(stands);
  useEffect(() => {
    wanted.current = stands;
  }, [stands]);

  const change = useCallback(
    (patch: Partial<Address>) => {
      const next = { ...wanted.current, ...patch };
      wanted.current = next;
      // How the same pairs are shown is nothing the server needs to be asked for.
      if (Object.keys(patch).every((key) => SHOWN_BY.some((one) => one === key))) {
        window.history.replaceState(null, '', path + searchOf(next));
        return;
      }
      startTransition(() => {
        show(next);
        router.replace(path + searchOf(next), { scroll: false });
      });
    },
    [path, router, show],
  );
  const [isLeaving, startLeaving] = useTransition();
  // Set with the press itself, and taken back when the page has come or did not come.
  const leaving = useRef(false);
  useEffect(() => {
    leaving.current = isLeaving;
  }, [isLeaving]);
  const leave = useCallback(
    (href: string) => {
      leaving.current = true;
      startLeaving(() => router.push(href));
    },
    [router],
  );
  const point = useCallback((pairId: string) => {
    if (leaving.current || wanted.current.pair === pairId) return;
    wanted.current = { ...wanted.current, pair: pairId };
    window.history.replaceState(null, '', window.location.pathname + searchOf(wanted.current));
  }, []);

  const book = useMemo(
    () => ({ address, pending, change, point, leave }),
    [address, pending, change, point, leave],
  );
  return <AddressContext value={book}>{children}</AddressContext>;
}
