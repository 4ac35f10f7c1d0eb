package io.siyu.web.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets a visitor reach a handler only when the handler's permission allows it. */
@Component
class CheckPermission implements HandlerInterceptor, WebMvcConfigurer {

    private final Map<Method, Optional<Permission>> declared = new ConcurrentHashMap<>();

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && !(method.getBean() instanceof ErrorController)) {
            Authentication visitor = SecurityContextHolder.getContext().getAuthentication();
            boolean allowed = visitor != null
                    && declared.computeIfAbsent(method.getMethod(), known -> Permission.of(method))
                            .map(permission -> permission.allows(visitor))
                            .orElse(false);
            if (!allowed) {
                throw new AccessDeniedException("The role does not include " + method.getShortLogMessage());
            }
        }
        return true;
    }
}
