import { chartsEn } from './screens/charts-en';
import { customerEn } from './screens/customer-en';
import { customersEn } from './screens/customers-en';
import { dashboardEn } from './screens/dashboard-en';
import { exportsEn } from './screens/exports-en';
import { frameEn } from './screens/frame-en';
import { recordEn } from './screens/record-en';
import { rescueEn } from './screens/rescue-en';
import { retentionEn } from './screens/retention-en';
import { settingsEn } from './screens/settings-en';
import { sourcesEn } from './screens/sources-en';
import { trustEn } from './screens/trust-en';

export const screensEn = {
  ...frameEn,
  ...dashboardEn,
  ...trustEn,
  ...customersEn,
  ...recordEn,
  ...chartsEn,
  ...customerEn,
  ...sourcesEn,
  ...retentionEn,
  ...rescueEn,
  ...settingsEn,
  ...exportsEn,
} as const;
