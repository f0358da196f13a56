package dev.aisle.hmi.story;

class BrowserStoryInEnglishTest extends BrowserStory {
  BrowserStoryInEnglishTest() {
    super("en");
  }
}
