import { useLocation } from '@tanstack/react-router';
import { useState } from 'react';

/** What a scan has to say beside the page it led to; gone with that page. */
export function useScanRemark(): { remark: string; onRemark: (remark: string) => void } {
  // Read at each change of the page.
  useLocation();
  const [said, setSaid] = useState({ remark: '', on: '' });
  return {
    // The page may write more of its question into the address.
    remark: window.location.hash.startsWith(said.on) ? said.remark : '',
    onRemark: (remark) => setSaid({ remark, on: window.location.hash }),
  };
}
