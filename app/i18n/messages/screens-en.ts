import { customersEn } from './screens/customers-en';
import { dashboardEn } from './screens/dashboard-en';
import { frameEn } from './screens/frame-en';
import { recordEn } from './screens/record-en';
import { sourcesEn } from './screens/sources-en';
import { trustEn } from './screens/trust-en';

export const screensEn = {
  ...frameEn,
  ...dashboardEn,
  ...trustEn,
  ...customersEn,
  ...recordEn,
  ...sourcesEn,
} as const;
