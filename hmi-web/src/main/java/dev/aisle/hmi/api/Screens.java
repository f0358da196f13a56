package dev.aisle.hmi.api;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/**
 * The built screens. Files under {@code assets} have their content in their name and may be kept
 * for ever; every address that is no file is a screen of the one page.
 */
@Configuration(proxyBeanMethods = false)
class Screens implements WebMvcConfigurer {

  private static final String PLACE = "classpath:/static/";

  @Override
  public void addViewControllers(ViewControllerRegistry registry) {
    registry.addViewController("/").setViewName("forward:/index.html");
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/assets/**")
        .addResourceLocations(PLACE + "assets/")
        .setCacheControl(CacheControl.maxAge(365, TimeUnit.DAYS).cachePublic().immutable());
    registry
        .addResourceHandler("/**")
        .addResourceLocations(PLACE)
        .setCacheControl(CacheControl.noCache())
        .resourceChain(false)
        .addResolver(new OnePage());
  }

  /** Gives the page for every screen's address, but not for a file that is missing. */
  private static final class OnePage extends PathResourceResolver {
    @Override
    protected @Nullable Resource getResource(String path, Resource location) throws IOException {
      Resource file = super.getResource(path, location);
      if (file != null) {
        return file;
      }
      boolean screen =
          !path.contains(".")
              && !path.startsWith("api/")
              && !path.startsWith("v3/")
              && !path.startsWith("actuator/");
      Resource page = new ClassPathResource("/static/index.html");
      return screen && page.exists() ? page : null;
    }
  }
}
