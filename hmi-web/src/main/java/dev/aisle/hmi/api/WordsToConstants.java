package dev.aisle.hmi.api;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Filters of lists take the same words that the lists give. */
@Configuration(proxyBeanMethods = false)
class WordsToConstants implements WebMvcConfigurer {

  @Override
  public void addFormatters(FormatterRegistry registry) {
    registry.addConverterFactory(new ByWord());
  }

  @SuppressWarnings("rawtypes")
  private static final class ByWord implements ConverterFactory<String, Enum> {

    @Override
    @SuppressWarnings("unchecked")
    public <T extends Enum> Converter<String, T> getConverter(Class<T> type) {
      return word -> (T) constant(type, word);
    }

    private static Enum<?> constant(Class<?> type, String word) {
      for (Object constant : type.getEnumConstants()) {
        if (constant instanceof Enum<?> known && Words.of(known).equals(word)) {
          return known;
        }
      }
      throw new IllegalArgumentException("%s is no %s".formatted(word, type.getSimpleName()));
    }
  }
}
