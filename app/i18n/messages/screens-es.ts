import { chartsEs } from './screens/charts-es';
import { customerEs } from './screens/customer-es';
import { customersEs } from './screens/customers-es';
import { dashboardEs } from './screens/dashboard-es';
import { exportsEs } from './screens/exports-es';
import { frameEs } from './screens/frame-es';
import { recordEs } from './screens/record-es';
import { rescueEs } from './screens/rescue-es';
import { retentionEs } from './screens/retention-es';
import { settingsEs } from './screens/settings-es';
import { sourcesEs } from './screens/sources-es';
import { trustEs } from './screens/trust-es';

export const screensEs = {
  ...frameEs,
  ...dashboardEs,
  ...trustEs,
  ...customersEs,
  ...recordEs,
  ...chartsEs,
  ...customerEs,
  ...sourcesEs,
  ...retentionEs,
  ...rescueEs,
  ...settingsEs,
  ...exportsEs,
};
