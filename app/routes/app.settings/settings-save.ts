import type { SettingsAnswer } from '~/services/views/settings-view';

/** How a section of the settings is saved, and what the server last said of it. */
export interface SettingsSave {
  readonly answer: SettingsAnswer | null;
  readonly saving: boolean;
  readonly submit: (form: HTMLFormElement) => void;
}
