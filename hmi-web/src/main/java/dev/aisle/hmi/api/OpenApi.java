package dev.aisle.hmi.api;

import com.fasterxml.jackson.databind.JavaType;
import dev.aisle.hmi.live.device.StationScan;
import dev.aisle.hmi.live.event.ChangedNote;
import dev.aisle.hmi.live.floor.FloorFrame;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.servers.Server;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The description of the REST interface. Fields of records are required unless they are marked as
 * nullable in the code, so the types generated from it say what the code says.
 */
@Configuration
class OpenApi {

  private static final String PROBLEM = "#/components/schemas/Problem";

  /** What goes over the wire without being the answer of an operation. */
  private static final List<Class<?>> BESIDE_THE_OPERATIONS =
      List.of(Problem.class, FloorFrame.class, ChangedNote.class, StationScan.class);

  static {
    ModelResolver.enumsAsRef = true;
  }

  @Bean
  OpenAPI description() {
    return new OpenAPI()
        .servers(List.of(new Server().url("/").description("This server")))
        .info(
            new Info()
                .title("Aisle")
                .version("v1")
                .description(
                    "Everything a screen does. Sign in with POST /api/v1/session; send the cookie"
                        + " XSRF-TOKEN back as the header X-XSRF-TOKEN on every change.")
                .license(new License().name("Apache-2.0")));
  }

  @Bean
  ModelConverter nullnessOfRecords() {
    return new NullnessOfRecords();
  }

  /** Every operation may end in a problem; order and ids do not depend on chance. */
  @Bean
  OpenApiCustomizer problemsAndOrder() {
    return api -> {
      for (Class<?> beside : BESIDE_THE_OPERATIONS) {
        ModelConverters.getInstance(true)
            .readAll(beside)
            .forEach((name, schema) -> api.getComponents().addSchemas(name, schema));
      }
      api.getComponents().setSchemas(new TreeMap<>(api.getComponents().getSchemas()));
      var paths = new TreeMap<>(api.getPaths());
      api.getPaths().clear();
      api.getPaths().putAll(paths);
      api.getPaths()
          .forEach(
              (path, item) ->
                  item.readOperationsMap()
                      .forEach((method, operation) -> complete(operation, method.name(), path)));
    };
  }

  private static void complete(Operation operation, String method, String path) {
    operation.setOperationId(operationId(method, path));
    operation.getResponses().values().forEach(OpenApi::sayJson);
    addProblem(operation);
    if (operation.getParameters() != null) {
      for (Parameter parameter : operation.getParameters()) {
        Schema<?> schema = parameter.getSchema();
        if (schema != null && schema.getTypes() != null && schema.getTypes().size() > 1) {
          schema.getTypes().remove("null");
        }
      }
    }
  }

  private static void sayJson(ApiResponse response) {
    if (response.getContent() != null && response.getContent().get("*/*") != null) {
      MediaType answer = response.getContent().remove("*/*");
      response.getContent().addMediaType("application/json", answer);
    }
  }

  /** {@code GET /api/v1/stock/by-item.csv} becomes {@code getStockByItemCsv}. */
  private static String operationId(String method, String path) {
    StringBuilder id = new StringBuilder(method.toLowerCase(Locale.ROOT));
    for (String word : path.replaceFirst("^/api/v1", "").split("[^A-Za-z0-9]+")) {
      if (!word.isEmpty()) {
        id.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
      }
    }
    return id.toString();
  }

  private static void addProblem(Operation operation) {
    operation
        .getResponses()
        .addApiResponse(
            "default",
            new ApiResponse()
                .description("It was not done, and why")
                .content(
                    new Content()
                        .addMediaType(
                            "application/problem+json",
                            new MediaType().schema(new Schema<>().$ref(PROBLEM)))));
  }

  /** Makes what is nullable in the record optional and nullable in its schema. */
  private static final class NullnessOfRecords implements ModelConverter {

    @Override
    public boolean isOpenapi31() {
      return true;
    }

    @Override
    public @Nullable Schema<?> resolve(
        AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
      if (!chain.hasNext()) {
        return null;
      }
      Schema<?> schema = chain.next().resolve(type, context, chain);
      JavaType java = Json.mapper().constructType(type.getType());
      if (schema != null && java != null && java.getRawClass().isRecord()) {
        Schema<?> model = schema;
        if (schema.get$ref() != null) {
          String name = schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1);
          model = context.getDefinedModels().get(name);
        }
        if (model != null && model.getProperties() != null) {
          mark(model, java.getRawClass());
        }
      }
      return schema;
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private static void mark(Schema<?> model, Class<?> record) {
      Map<String, Boolean> nullable = new LinkedHashMap<>();
      collect(record, nullable);
      List<String> required = new ArrayList<>();
      Map<String, Schema> properties = model.getProperties();
      for (Map.Entry<String, Schema> property : properties.entrySet()) {
        if (!nullable.getOrDefault(property.getKey(), false)) {
          required.add(property.getKey());
        } else {
          property.setValue(orNull(property.getValue()));
        }
      }
      model.setRequired(required);
    }

    private static void collect(Class<?> record, Map<String, Boolean> nullable) {
      for (RecordComponent component : record.getRecordComponents()) {
        if (component.getType().isRecord()
            && component.isAnnotationPresent(
                com.fasterxml.jackson.annotation.JsonUnwrapped.class)) {
          collect(component.getType(), nullable);
        }
        nullable.put(
            component.getName(), component.getAnnotatedType().isAnnotationPresent(Nullable.class));
      }
    }

    private static Schema<?> orNull(Schema<?> schema) {
      if (schema.get$ref() != null) {
        return new Schema<>().addAnyOfItem(schema).addAnyOfItem(new Schema<>().types(nullType()));
      }
      if (schema.getTypes() != null) {
        schema.addType("null");
      }
      return schema;
    }

    private static Set<String> nullType() {
      return Set.of("null");
    }
  }
}
