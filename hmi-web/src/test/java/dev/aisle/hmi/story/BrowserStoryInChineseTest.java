package dev.aisle.hmi.story;

class BrowserStoryInChineseTest extends BrowserStory {
  BrowserStoryInChineseTest() {
    super("zh");
  }
}
