import { describe, expect, it } from 'vitest';
import { channelTypeOf, typeNamed } from './channel-type';

describe('the kind of a channel', () => {
  it.each([
    ['facebook_S', 'social'],
    ['Google Ads', 'search'],
    ['YouTube', 'video'],
    ['e-mail', 'email'],
    ['billboards', 'other'],
  ])('of %s is %s by its name', (name, type) => {
    expect(channelTypeOf(name)).toBe(type);
  });

  it('is the one that was given, and what the name says where the name is one that every object knows', () => {
    expect(typeNamed({ meta: 'video' }, 'meta')).toBe('video');
    expect(typeNamed({}, 'constructor')).toBe('other');
    expect(typeNamed({ meta: 'video' }, '__proto__')).toBe('other');
  });
});
